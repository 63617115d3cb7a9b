"""Brings irregular forms of English verbs to the stem of their base form: *shot* and *shooting* count as one word.

Only forms whose other readings are rare in news stand in the table: *wound* stays a wound.

Source: irregular verbs of any English grammar; stems of `secondsource.text.stems`.
"""

from __future__ import annotations

import functools
from typing import Final

from secondsource.text.stems import stem

_FORMS: Final = """
    arose:arise arisen:arise awoke:awake beaten:beat became:become began:begin begun:begin bent:bend bitten:bite
    bled:bleed blew:blow blown:blow bore:bear borne:bear bought:buy bred:breed broke:break broken:break brought:bring
    built:build burnt:burn came:come caught:catch chose:choose chosen:choose crept:creep dealt:deal did:do does:do
    done:do drawn:draw drew:draw driven:drive drove:drive dug:dig dying:die eaten:eat ate:eat fallen:fall fed:feed
    fell:fall felt:feel fled:flee flew:fly flown:fly forbade:forbid forgave:forgive forgot:forget forgotten:forget
    fought:fight found:find froze:freeze frozen:freeze gave:give given:give goes:go gone:go got:get gotten:get grew:grow
    grown:grow had:have has:have heard:hear held:hold hid:hide hidden:hide hung:hang kept:keep knew:know known:know
    laid:lay led:lead left:leave lent:lend lost:lose loss:lose made:make meant:mean met:meet mistook:mistake
    overseen:oversee oversaw:oversee overthrew:overthrow overthrown:overthrow paid:pay ran:run ridden:ride risen:rise
    rode:ride rose:rise said:say sang:sing sank:sink sat:sit saw:see seen:see sent:send shaken:shake shook:shake
    shot:shoot shown:show shrank:shrink slain:slay slept:sleep slew:slay slid:slide sold:sell sought:seek spent:spend
    spoke:speak spoken:speak stole:steal stolen:steal stood:stand stricken:strike struck:strike stuck:stick sung:sing
    sunk:sink swam:swim swept:sweep swore:swear sworn:swear swung:swing taken:take taught:teach thought:think
    threw:throw thrown:throw told:tell took:take tore:tear torn:tear undergone:undergo understood:understand
    underwent:undergo went:go wept:weep withdrawn:withdraw withdrew:withdraw woke:wake won:win wore:wear worn:wear
    written:write wrote:write
"""
_BASES: Final = dict(pair.split(":") for pair in _FORMS.split())


@functools.lru_cache(maxsize=1 << 16)
def lemma(word: str) -> str:
    """Return the stem of a word's base form, in lower case.

    >>> lemma("shot"), lemma("Shooting"), lemma("fled")
    ('shoot', 'shoot', 'flee')
    """
    lower = word.lower()
    return stem(_BASES.get(lower, lower))
