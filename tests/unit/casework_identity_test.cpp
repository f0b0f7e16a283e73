#include "core/casework/identity_number.h"
#include "core/casework/temporary_identity.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

#include <set>

using namespace faltakt;
using casework::IdentityFault;
using casework::IdentityKind;
using casework::readIdentityNumber;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

namespace {

const base::Date Today{year(2026), month(3), day(1)};

std::string digits(unsigned value, int width)
{
    std::string text = std::to_string(value);
    return std::string(std::size_t(std::max(0, width - int(text.size()))), '0') + text;
}

/// A valid twelve-digit number for a day; `shift` 60 makes it a coordination number.
std::string makeNumber(base::Date date, unsigned birthNumber, unsigned shift = 0)
{
    const std::string nine = digits(unsigned(int(date.year()) % 100), 2) + digits(unsigned(date.month()), 2)
                             + digits(unsigned(date.day()) + shift, 2) + digits(birthNumber, 3);
    return digits(unsigned(int(date.year()) / 100), 2) + nine + casework::identityCheckDigit(nine);
}

base::Date dayNumber(int days) { return base::Date(std::chrono::sys_days(std::chrono::days(days))); }

/// Any day from 1927 to today, so that the hyphen form is unambiguous.
rc::Gen<base::Date> anyBirthDate() { return rc::gen::map(rc::gen::inRange(-15'600, 20'513), dayNumber); }

} // namespace

TEST_CASE("the check digit follows the published example") { CHECK(casework::identityCheckDigit("811218987") == '6'); }

TEST_CASE("every written form of a number gives the same twelve digits")
{
    for (const std::string_view text :
         {"198112189876", "19811218-9876", "811218-9876", "8112189876", " 19811218 9876 ", "19 811218-9876",
          "811218\u20119876", "811218\u00a09876", "8 1 1 2 1 8 - 9 8 7 6"}) {
        const auto number = readIdentityNumber(text, Today);
        CAPTURE(text);
        CHECK(number.isValid());
        CHECK(number.normalised == "198112189876");
        CHECK(number.kind == IdentityKind::Personnummer);
        CHECK(number.date == base::Date(year(1981), month(12), day(18)));
    }
}

TEST_CASE("a plus puts the birth at least a hundred calendar years back")
{
    CHECK(readIdentityNumber("811218+9876", Today).normalised == "188112189876");
    CHECK(readIdentityNumber(makeNumber({year(1926), month(2), day(1)}, 0).substr(2, 6) + "+"
                                 + makeNumber({year(1926), month(2), day(1)}, 0).substr(8),
                             Today)
              .date->year()
          == year(1926));
    // Turns 100 later this year: the plus has stood there since New Year.
    const std::string laterThisYear = makeNumber({year(1926), month(5), day(1)}, 0);
    CHECK(readIdentityNumber(laterThisYear.substr(2, 6) + "+" + laterThisYear.substr(8), Today).date->year()
          == year(1926));
}

TEST_CASE("a hyphen gives the latest century that is not in the future")
{
    const auto yearOf = [](std::string_view tenDigits) {
        return int(readIdentityNumber(tenDigits, Today).date->year());
    };
    CHECK(yearOf(makeNumber({year(2026), month(2), day(1)}, 0).substr(2)) == 2026);
    CHECK(yearOf(makeNumber({year(2026), month(3), day(1)}, 0).substr(2)) == 2026);
    CHECK(yearOf(makeNumber({year(1926), month(3), day(2)}, 0).substr(2)) == 1926);
    CHECK(yearOf(makeNumber({year(1927), month(1), day(1)}, 0).substr(2)) == 1927);
    CHECK(yearOf(makeNumber({year(2000), month(2), day(29)}, 0).substr(2)) == 2000);
}

TEST_CASE("a plus beside a full year must not contradict it")
{
    CHECK(readIdentityNumber("19811218+9876", Today).fault == IdentityFault::Format);
    const std::string old = makeNumber({year(1921), month(5), day(5)}, 0);
    CHECK(readIdentityNumber(old.substr(0, 8) + "+" + old.substr(8), Today).isValid());
}

TEST_CASE("a coordination number has its day sixty higher")
{
    const std::string text = makeNumber({year(1990), month(7), day(31)}, 0, 60);
    CHECK(text.substr(6, 2) == "91");
    const auto number = readIdentityNumber(text, Today);
    CHECK(number.kind == IdentityKind::Samordningsnummer);
    CHECK(number.date == base::Date(year(1990), month(7), day(31)));
    CHECK(number.normalised == text);
    CHECK(readIdentityNumber(makeNumber({year(1990), month(2), day(30)}, 0, 60), Today).fault == IdentityFault::Date);
}

TEST_CASE("format, date and check digit are told apart")
{
    for (const std::string_view text :
         {"", "-", "abc", "811218987", "81121898766", "811218*9876", "19811218-987", "8112l8-9876", "811218--876",
          "1981-12-18-9876", "+8112189876", "198112189876198112189876", "\xff\xfe", "TEMP-", "TEMP-0O1IL-22222"}) {
        CAPTURE(text);
        CHECK(readIdentityNumber(text, Today).fault == IdentityFault::Format);
    }
    for (const std::string_view text :
         {"19811318-9876", "19810018-9876", "19811200-9876", "19810229-9876", "19810431-9876", "17811218-9876",
          "20260302-0000", "29811218-9876", "19811260-9876", "19811292-9876"}) {
        CAPTURE(text);
        CHECK(readIdentityNumber(text, Today).fault == IdentityFault::Date);
    }
    CHECK(readIdentityNumber("19811218-9875", Today).fault == IdentityFault::Checksum);
    CHECK(readIdentityNumber("811218-9867", Today).fault == IdentityFault::Checksum);
}

TEST_CASE("leap days exist in leap years only, 1900 not being one")
{
    CHECK(readIdentityNumber(makeNumber({year(1996), month(2), day(29)}, 0), Today).isValid());
    CHECK(readIdentityNumber(makeNumber({year(2000), month(2), day(29)}, 0), Today).isValid());
    CHECK(readIdentityNumber(makeNumber({year(1900), month(2), day(29)}, 0), Today).fault == IdentityFault::Date);
    CHECK(readIdentityNumber(makeNumber({year(2023), month(2), day(29)}, 0), Today).fault == IdentityFault::Date);
}

TEST_CASE("the answer as JSON names every key, null where nothing is known")
{
    const auto json = [](std::string_view text) {
        return base::json::serialise(casework::toJson(readIdentityNumber(text, Today)));
    };
    CHECK(json("811218-9876")
          == R"({"valid":true,"kind":"personnummer","normalised":"198112189876","date":"1981-12-18","error":null})");
    CHECK(json("811218-9875")
          == R"({"valid":false,"kind":"personnummer","normalised":null,"date":null,"error":"checksum"})");
    CHECK(json("hej") == R"({"valid":false,"kind":null,"normalised":null,"date":null,"error":"format"})");
}

TEST_CASE("the sex row is proposed from the birth number, and not for temporary numbers")
{
    CHECK(casework::proposedSex(readIdentityNumber("811218-9876", Today)) == "m");
    CHECK(casework::proposedSex(readIdentityNumber(makeNumber({year(1990), month(7), day(3)}, 0), Today)) == "f");
    base::SeededRandom random(1);
    CHECK_FALSE(casework::proposedSex(readIdentityNumber(casework::makeTemporaryIdentity(random), Today)));
    CHECK_FALSE(casework::proposedSex(readIdentityNumber("811218-9875", Today)));
}

TEST_CASE("age counts whole years, with 1 March for those born on a leap day")
{
    const base::Date leap{year(2004), month(2), day(29)};
    CHECK(casework::ageOn(leap, {year(2022), month(2), day(28)}) == 17);
    CHECK(casework::ageOn(leap, {year(2022), month(3), day(1)}) == 18);
    CHECK(casework::ageOn(leap, {year(2024), month(2), day(29)}) == 20);
    CHECK(casework::ageOn({year(2008), month(3), day(1)}, Today) == 18);
    CHECK(casework::ageOn({year(2008), month(3), day(2)}, Today) == 17);
}

TEST_CASE("reserve numbers of health care are taken as temporary")
{
    const auto kindOf = [](std::string_view text) { return readIdentityNumber(text, Today).kind; };
    // Stockholm: the check digit counts positions 5 to 11.
    const std::string stockholm = std::string("99196820010") + casework::luhnCheckDigit("6820010");
    CHECK(readIdentityNumber(stockholm, Today).isValid());
    CHECK(kindOf(stockholm) == IdentityKind::Temporary);
    std::string broken = stockholm;
    broken[9] = broken[9] == '1' ? '2' : '1';
    CHECK(readIdentityNumber(broken, Today).fault == IdentityFault::Checksum);
    // Västra Götaland: a letter for the sex, counted as 5, 7 or 8.
    const std::string west = std::string("19811218K12") + casework::luhnCheckDigit("811218512");
    CHECK(readIdentityNumber(west, Today).isValid());
    CHECK(readIdentityNumber("19811218-k12" + west.substr(11), Today).fault == IdentityFault::Format);
    // National: letters where the birth number stands; month from 20 for an unknown birth date.
    CHECK(kindOf("22811218AB17") == IdentityKind::Temporary);
    CHECK(kindOf("2281 2218 ab17") == IdentityKind::Temporary);
    CHECK_FALSE(kindOf("22811218IO17"));
    CHECK_FALSE(kindOf("22811318AB17"));
}

TEST_CASE("a person can be looked for by twelve and ten digits, with and without hyphen")
{
    CHECK(casework::identitySearchForms("198112189876")
          == std::vector<std::string>{"198112189876", "8112189876", "19811218-9876", "811218-9876"});
    CHECK(casework::identitySearchForms("TEMP-22222-22222") == std::vector<std::string>{"TEMP-22222-22222"});
    CHECK(casework::identitySearchForms("998887577854") == std::vector<std::string>{"998887577854"});
    CHECK(casework::identitySearchForms("").empty());
}

TEST_CASE("every made number is read back in every form")
{
    CHECK(rc::check("round trip", [] {
        const auto date = *anyBirthDate();
        const unsigned birthNumber = *rc::gen::inRange(0U, 1000U);
        const bool isCoordination = *rc::gen::arbitrary<bool>();
        const std::string text = makeNumber(date, birthNumber, isCoordination ? 60 : 0);
        for (const std::string &form : casework::identitySearchForms(text)) {
            const auto number = readIdentityNumber(form, Today);
            RC_ASSERT(number.isValid());
            RC_ASSERT(number.normalised == text);
            RC_ASSERT(number.date == date);
            RC_ASSERT((number.kind == IdentityKind::Samordningsnummer) == isCoordination);
        }
    }));
}

TEST_CASE("one wrong digit never passes")
{
    CHECK(rc::check("single error", [] {
        const std::string text = makeNumber(*anyBirthDate(), *rc::gen::inRange(0U, 1000U));
        // The century is outside the check digit.
        const auto position = *rc::gen::inRange<std::size_t>(2, 12);
        std::string wrong = text;
        wrong[position] = static_cast<char>('0' + (wrong[position] - '0' + *rc::gen::inRange(1, 10)) % 10);
        RC_ASSERT(!readIdentityNumber(wrong, Today).isValid());
    }));
}

TEST_CASE("no text makes the reader fail, and what it takes it takes again")
{
    CHECK(rc::check("any bytes", [](const std::string &text) {
        const auto number = readIdentityNumber(text, Today);
        if (number.isValid())
            RC_ASSERT(readIdentityNumber(number.normalised, Today).normalised == number.normalised);
    }));
    CHECK(rc::check("near misses", [] {
        const auto text =
            *rc::gen::container<std::string>(rc::gen::element('0', '1', '2', '6', '9', '-', '+', ' ', 'T', 'K', 'A'));
        const auto number = readIdentityNumber(text, Today);
        if (number.isValid())
            RC_ASSERT(readIdentityNumber(number.normalised, Today).normalised == number.normalised);
        RC_ASSERT(number.isValid() == !number.normalised.empty());
    }));
}

TEST_CASE("temporary numbers differ, are read back, and notice a slip")
{
    base::SeededRandom random(7);
    std::set<std::string> seen;
    for (int i = 0; i < 500; ++i) {
        const std::string text = casework::makeTemporaryIdentity(random);
        CHECK(seen.insert(text).second);
        CHECK(readIdentityNumber(text, Today).normalised == text);
        std::string lower = text;
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](char c) { return static_cast<char>(std::tolower(c)); });
        CHECK(readIdentityNumber(lower, Today).normalised == text);
        std::string swapped = text;
        std::swap(swapped[6], swapped[12]);
        if (swapped != text)
            CHECK(readIdentityNumber(swapped, Today).fault == IdentityFault::Checksum);
        std::string slip = text;
        slip[8] = slip[8] == 'A' ? 'B' : 'A';
        CHECK(readIdentityNumber(slip, Today).fault == IdentityFault::Checksum);
    }
}
