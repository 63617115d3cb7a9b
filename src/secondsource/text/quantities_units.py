"""Units of measurement as news writes them: their words and abbreviations, and the name that each goes by.

In the table `_` stands for the blank between two words of the lattice (`km_/_h` is `km/h`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_WORDS = """
metre: metre metres meter meters
kilometre: kilometre kilometres kilometer kilometers km kms
centimetre: centimetre centimetres centimeter centimeters cm
millimetre: millimetre millimetres millimeter millimeters mm
micrometre: micrometre micrometres micrometer micrometers micron microns μm µm
nanometre: nanometre nanometres nanometer nanometers nm
inch: inch inches ″
foot: foot feet ft ′
yard: yard yards yd yds
mile: mile miles mi
nautical mile: nautical_mile nautical_miles nmi
light-year: light_-_year light_-_years light_year light_years
square metre: square_metre square_metres square_meter square_meters sq_m sq_._m sqm m² m_2 m_^_2
square kilometre: square_kilometre square_kilometres square_kilometer square_kilometers sq_km sq_._km sqkm
square kilometre: km² km_2 km_^_2
square mile: square_mile square_miles sq_mi sq_mile sq_miles
square foot: square_foot square_feet sq_ft sq_._ft sqft ft² ft_2
square inch: square_inch square_inches sq_in
square yard: square_yard square_yards sq_yd
acre: acre acres
hectare: hectare hectares ha
cubic metre: cubic_metre cubic_metres cubic_meter cubic_meters m³ m_3 cu_m
cubic foot: cubic_foot cubic_feet cu_ft
cubic inch: cubic_inch cubic_inches
cubic yard: cubic_yard cubic_yards
cubic centimetre: cubic_centimetre cubic_centimetres cubic_centimeter cubic_centimeters cc cm³
cubic kilometre: cubic_kilometre cubic_kilometres cubic_kilometer cubic_kilometers km³
litre: litre litres liter liters ltr
millilitre: millilitre millilitres milliliter milliliters ml
centilitre: centilitre centilitres centiliter centiliters
gallon: gallon gallons
pint: pint pints
quart: quart quarts
fluid ounce: fluid_ounce fluid_ounces fl_oz
bushel: bushel bushels
teaspoon: teaspoon teaspoons tsp
tablespoon: tablespoon tablespoons tbsp
barrel: barrel barrels bbl
acre-foot: acre_-_foot acre_-_feet acre_foot acre_feet
kilogram: kilogram kilograms kilogramme kilogrammes kg kgs kilo kilos
gram: gram grams gramme grammes
milligram: milligram milligrams mg
microgram: microgram micrograms mcg μg µg
tonne: tonne tonnes metric_ton metric_tons metric_tonne metric_tonnes
kilotonne: kilotonne kilotonnes kilotons kiloton
megatonne: megatonne megatonnes megaton megatons
gigatonne: gigatonne gigatonnes gigaton gigatons
ton: ton tons short_ton short_tons long_ton long_tons
pound-mass: lb lbs
ounce: ounce ounces oz
carat: carat carats karat karats
mile per hour: mph miles_per_hour miles_an_hour mile_per_hour mile_-_per_-_hour mile_-_an_-_hour mi_/_h
kilometre per hour: kmh kph kmph km_/_h km_/_hr km_per_hour km_per_hr km_an_hour kms_per_hour kilometres_per_hour
kilometre per hour: kilometers_per_hour kilometres_an_hour kilometers_an_hour
kilometre per hour: kilometer_-_per_-_hour kilometre_-_per_-_hour
metre per second: m_/_s metres_per_second meters_per_second
foot per second: feet_per_second
knot: knot knots
mile per gallon: mpg miles_per_gallon mile_per_gallon mile_-_per_-_gallon miles_a_gallon
kilowatt hour: kwh kilowatt_hour kilowatt_hours kilowatt_-_hour kilowatt_-_hours
megawatt hour: mwh megawatt_hour megawatt_hours megawatt_-_hour megawatt_-_hours
gigawatt hour: gwh gigawatt_hour gigawatt_hours gigawatt_-_hour gigawatt_-_hours
terawatt hour: twh terawatt_hour terawatt_hours terawatt_-_hour terawatt_-_hours
watt hour: wh watt_hour watt_hours watt_-_hour watt_-_hours
joule: joule joules
kilojoule: kilojoule kilojoules kj
calorie: calorie calories kcal kilocalorie kilocalories
british thermal unit: btu btus british_thermal_unit british_thermal_units
mega british thermal unit: mmbtu mm_btu million_btu million_british_thermal_units
watt: watt watts
kilowatt: kilowatt kilowatts kw
megawatt: megawatt megawatts mw
gigawatt: gigawatt gigawatts gw
terawatt: terawatt terawatts tw
horsepower: horsepower hp ps
brake horsepower: bhp brake_horsepower
volt: volt volts
kilovolt: kilovolt kilovolts kv
ampere: ampere amperes amp amps
milliampere: milliampere milliamperes milliamp milliamps
ampere-hour: ah amp_-_hour amp_-_hours amp_hours
milliampere-hour: mah
ohm: ohm ohms Ω
farad: farad farads
byte: byte bytes
kilobyte: kilobyte kilobytes kb
megabyte: megabyte megabytes mb
gigabyte: gigabyte gigabytes gb
terabyte: terabyte terabytes tb
petabyte: petabyte petabytes pb
exabyte: exabyte exabytes
kilobit per second: kbps kilobits_per_second
megabit per second: mbps mb_/_s megabits_per_second megabit_per_second
gigabit per second: gbps gb_/_s gigabits_per_second gigabit_per_second
pixel: pixel pixels
megapixel: megapixel megapixels
dots per inch: dpi
hertz: hertz hz
kilohertz: kilohertz khz
megahertz: megahertz mhz
gigahertz: gigahertz ghz
revolution per minute: rpm revolutions_per_minute
celsius: celsius centigrade degree_celsius degrees_celsius degree_centigrade degrees_centigrade degrees_c degree_c
celsius: degree_-_celsius ° °_c ℃
fahrenheit: fahrenheit degree_fahrenheit degrees_fahrenheit degrees_f degree_f °_f ℉ degree_-_fahrenheit
kelvin: kelvin kelvins
degree: degree degrees
newton metre: nm_of_torque newton_metre newton_metres newton_meter newton_meters newton_-_metres newton_-_meters
pound-foot: pound_-_feet pound_-_foot pound_feet pound_foot lb_-_ft lb_ft lbft foot_-_pounds foot_pounds
newton: newton newtons
pascal: pascal pascals
kilopascal: kilopascal kilopascals kpa
megapascal: megapascal megapascals mpa
gigapascal: gigapascal gigapascals gpa
hectopascal: hectopascal hectopascals hpa
millibar: millibar millibars mbar
pound per square inch: psi pounds_per_square_inch
part per million: ppm parts_per_million
part per billion: ppb parts_per_billion
decibel: decibel decibels db dba
lumen: lumen lumens
nit: nits
becquerel: becquerel becquerels bq
sievert: sievert sieverts
millisievert: millisievert millisieverts msv
microsievert: microsievert microsieverts
electronvolt: electronvolt electronvolts
penny: penny pence
percentage point: percentage_point percentage_points percent_point percent_points %_points %_point ppt pps
basis point: basis_point basis_points bps bp
millisecond: millisecond milliseconds ms
microsecond: microsecond microseconds μs µs
nanosecond: nanosecond nanoseconds ns
second: second seconds sec secs
minute: minute minutes min mins
hour: hour hours hr hrs
day: day days
night: night nights
week: week weeks wk wks
fortnight: fortnight fortnights
month: month months
year: year years yr yrs
decade: decade decades
century: century centuries
barrel per day: bpd b_/_d
frame per second: fps frames_per_second
beat per minute: bpm beats_per_minute
"""


def _rows() -> Iterator[tuple[str, str]]:
    for line in _WORDS.strip().splitlines():
        name, _, forms = line.partition(": ")
        for form in forms.split():
            yield form.replace("_", " "), name


MEASURES: Mapping[str, str] = dict(_rows())
"""Words of units in lower case and the name of the unit.

Source: SI brochure (ninth edition), NIST Handbook 44 appendix C, and units of markets and sports as news writes them.
"""
LONGEST: int = max(len(form.split()) for form in MEASURES)
TIGHT: Mapping[str, str] = {
    "m": "metre", "g": "gram", "l": "litre", "L": "litre", "t": "tonne", "w": "watt", "W": "watt", "v": "volt",
    "V": "volt", "h": "hour", "in": "inch", "p": "penny", "C": "celsius", "F": "fahrenheit", "cl": "centilitre",
    "MP": "megapixel", "eV": "electronvolt", '"': "inch", "'": "foot",
}  # fmt: skip
"""Marks of units that stand right behind the figures: apart from them they are words, letters or
quotation marks, and in capitals they are names ("5G")."""
LOOSE: Mapping[str, str] = {"m": "metre", "g": "gram", "p": "penny", "W": "watt", "V": "volt", "F": "fahrenheit",
                            "C": "celsius", "L": "litre", "eV": "electronvolt", "sen": "sen"}  # fmt: skip
"""Marks of units, as written, that may stand apart from the figures: `a 750 m swim`."""
EXACT: Mapping[str, str] = {"Nm": "newton metre", "MPa": "megapascal", "PS": "horsepower", "GPa": "gigapascal"}
"""Marks of units that only their capitals tell from others (`nm` is a nanometre)."""
TIMES: frozenset[str] = frozenset({"second", "minute", "hour", "day", "night", "week", "fortnight", "month", "year",
                                   "decade", "century"})  # fmt: skip
