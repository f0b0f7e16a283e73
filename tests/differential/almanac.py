"""Days and moments for the second count of deadlines: the almanac by hand, and days walked one by one."""

from datetime import date, datetime, timedelta, timezone

DAY = timedelta(days=1)
# Easter Sundays as the almanac has them; a year that is missing stops the count instead of guessing.
EASTER = {2023: (4, 9), 2024: (3, 31), 2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2028: (4, 16), 2029: (4, 1),
          2030: (4, 21), 2031: (4, 13), 2032: (3, 28), 2033: (4, 17)}
SAME_EVERY_YEAR = {(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)}
FRIDAY, SATURDAY, SUNDAY = 4, 5, 6


def is_free(day):
    if day.weekday() in (SATURDAY, SUNDAY) or (day.month, day.day) in SAME_EVERY_YEAR:
        return True
    if day.weekday() == FRIDAY and day.month == 6 and 19 <= day.day <= 25:  # Midsummer's Eve
        return True
    distance = (day - date(day.year, *EASTER[day.year])).days
    # Good Friday, Easter Monday, Ascension Day; the other movable days are Saturdays and Sundays.
    return distance in (-2, 1, 39)


def walk(day, count, counts=lambda day: True):
    step = DAY if count > 0 else -DAY
    left = abs(count)
    while left:
        day += step
        left -= 1 if counts(day) else 0
    return day


def working(day, count):
    return walk(day, count, lambda one: not is_free(one))


def onward(day):
    while is_free(day):
        day += DAY
    return day


def backward(day):
    while is_free(day):
        day -= DAY
    return day


def same_day(day, months):
    """The same number in a later month, or that month's last day."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    for number in range(day.day, 0, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    raise AssertionError


def last_sunday(year, month):
    days = (date(year, month, number) for number in range(25, 32))
    return max(day for day in days if day.weekday() == SUNDAY)


def swedish_hours(moment):
    """Hours ahead of UTC: two from 01:00 UTC on March's last Sunday to 01:00 UTC on October's."""
    begin = datetime(moment.year, 3, last_sunday(moment.year, 3).day, 1, tzinfo=timezone.utc)
    end = datetime(moment.year, 10, last_sunday(moment.year, 10).day, 1, tzinfo=timezone.utc)
    return 2 if begin <= moment < end else 1


def midnight(day):
    """The moment at which a Swedish day begins. The clocks never change between midnight and one o'clock."""
    guess = datetime(day.year, day.month, day.day, tzinfo=timezone.utc)
    return guess - timedelta(hours=swedish_hours(guess - timedelta(hours=2)))
