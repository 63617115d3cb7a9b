"""How common words are in news: the weights of a few articles need a memory of many.

A word's share of documents says how little it tells; ten articles on one ferry would otherwise call "ferry" common and
"later" rare.  The words stand in two bands, each sorted.

Source: document frequencies over the first 400 words of 9,000 news articles of two kinds (politics, crime), geometric
mean of both; words that are mostly written with a capital are left out.
"""

COMMON = frozenset(
    """
    about according after all also an and another any are around as at back be because been before being both but by
    called can could day did do don down during first for found four from get going had has have he her him his home
    house how if in including into is it just killed know last left like made man many may more new news night no
    not now of off office officials old on one only or other our out over people police re released right said say
    says she shooting shot so some state still story taken than that the their them then there they this those three
    through time to told two up was we were what when where which while who will with would year years you
    """.split()  # noqa: SIM905 - a thousand quotation marks would hide the words
)
"""Words of at least 15 % of the articles."""

FAMILIAR = frozenset(
    """
    able accused across act action actually added additional address afternoon again against ago along already
    always am among announced anyone anything appeared appears area argument arrested arrived asked assault attack
    attorney authorities available away bad based began behind believe believed below best better between big bill
    black block boy brought building business call calls came caption car care case charge charged charges chief
    child children city clear close com come coming community condition conference confirmed continue continued
    control country court crime criminal critical days dead deal death defense degree described details didn died
    different does doesn doing done door drive each earlier early eight end enforcement enough even evening every
    everyone evidence expected face fact families family far father federal few fight filed find fire fired five
    floor following former forward friend friends front full further general getting give given go good got great
    ground group groups gun guns hand happen happened hard having head health heard hearing held help here high
    himself history hit hospital hours hurt identified image immediately incident information injured inside
    investigating investigation investigators involved its justice keep kids killing kind known large late later
    latest law least leave leaving led less let life likely line little live lives ll local long look looking lost
    lot major make making me media medical member members men middle might million money month months morning most
    mother move much multiple murder must my name near nearly need never next non nothing number occurred officer
    officers official once ongoing open opened others outside own parents part party past person place playing point
    possible president private public published put questions ran read really received recent recently related
    release remain remains report reported reports responded result rights road room run running safety same saw
    saying scene scheduled school second security see seen self sent serious service set seven several share
    shootings short shots should show showed shows side sign since single six small someone something son spoke
    spokesman staff started statement states stay stop struck such support sure suspect take taking talk talking
    team tell th these thing things think third though thought threatening times today together too took top treated
    tried trying turned under until us use used ve very victim victims video view violence want wanted wasn watch
    way weapon weapons week weekend weeks well went whether white whose why within without woman women won work
    working world wounded yet young your
    """.split()  # noqa: SIM905 - a thousand quotation marks would hide the words
)
"""Words of 4 to 15 % of the articles."""
