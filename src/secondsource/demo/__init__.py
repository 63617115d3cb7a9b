"""The bundled affair: a few invented articles by invented outlets, with every trap of the trade in them."""
