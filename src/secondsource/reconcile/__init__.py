"""Lines the same claim up across articles, counts its independent origins and gives it a status."""
