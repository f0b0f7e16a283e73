#pragma once

// Where an expression of the subset means another thing to us than to fhirpath.js, and why. The test holds both sides to
// what is said here, so that an entry whose time is past, or a new release that changes its mind, is noticed.

#include <array>
#include <cstddef>

namespace faltakt::test {

struct KnownDifference {
    const char *expression;
    const char *ours;   ///< JSON, or "error".
    const char *theirs; ///< JSON, or "error".
    const char *reason;
    std::size_t response = 0; ///< Of those that the test makes.
};

inline constexpr std::array KnownDifferences{
    KnownDifference{"(1 | 2).where('x')", "error", "[1,2]",
                    "a criterion that is no Boolean is refused, not taken for true"},
    KnownDifference{"(1 | 2).all(5)", "error", "[false]",
                    "a criterion that is no Boolean is refused, not taken for false"},
    KnownDifference{"iif(5, 1, 2)", "error", "[2]", "a criterion that is no Boolean is refused, not taken for false"},
    KnownDifference{"(1 | 2).where(true | false)", "error", "[1,2]",
                    "a criterion of several values is refused; the first is not taken alone"},
    KnownDifference{"%resource.answers().where(value is boolean).where(value).count()", "[2]", "[3]",
                    "an answer false does not meet a criterion; fhirpath.js asks only whether the element is there"},
    KnownDifference{"-{}", "[]", "error", "nothing has no sign and stays nothing"},
    KnownDifference{"-%resource.item.where(linkId = 'count').answer.value", "[3]", "error",
                    "an answer is a number as a literal is"},
    KnownDifference{"0.ln()", "[]", "[null]", "no finite result is empty; fhirpath.js has infinity"},
    KnownDifference{"(-1).ln()", "[]", "[null]", "no finite result is empty; fhirpath.js has not-a-number"},
    KnownDifference{"0.power(-1)", "[]", "[null]", "no finite result is empty; fhirpath.js has infinity"},
    KnownDifference{"9007199254740992 + 1", "[]", "[9007199254740992]",
                    "beyond the range is empty; a double cannot tell it apart"},
    KnownDifference{"9007199254740993", "error", "[9007199254740992]",
                    "a literal beyond the range is refused; a double cannot tell it apart"},
    KnownDifference{"1.5.round({})", "[]", "[2]", "an empty argument makes the result empty"},
    KnownDifference{"12.5.round(-1)", "error", "[10]", "the number of digits cannot be negative"},
    KnownDifference{"'12' + 1", "error", "[13]", "a text is no number until toInteger() or toDecimal() makes it one"},
    KnownDifference{"('a' | 'b').sum()", "error", "[\"ba\"]", "only numbers have a sum"},
    KnownDifference{"true < false", "error", "[false]", "truth has no order"},
    KnownDifference{"(1 | 2) ~ (2 | 1)", "[true]", "[false]", "the order does not matter for ~, as FHIRPath has it"},
    KnownDifference{"1.0.toInteger()", "[1]", "[]", "a Decimal without a fraction converts, written or calculated"},
    KnownDifference{"1.50.toString()", "[\"1.5\"]", "[\"1.50\"]", "a Decimal does not remember how it was written"},
    KnownDifference{"%resource.toString()", "[]", "[\"[object Object]\"]", "what is no primitive has no text"},
    KnownDifference{"%resource.item.where(linkId = 'day').answer.value.ofType(Date)", "[\"2026-11\"]", "[]",
                    "a date of FHIR is a Date of System, as FHIR's page on FHIRPath has it"},
    KnownDifference{
        "%resource.repeat(item).repeat(item).count()", "[5]", "[7]",
        "repeat() drops what it has found before; fhirpath.js forgets the first few when more than six are found", 8},
    KnownDifference{"%resource.author", "error", "[]",
                    "an element that instruments do not read is refused, so that a slip of the pen is no empty answer"},
    KnownDifference{"%resource.item.where(linkId = 'count').answer.valueInteger", "error", "[-3]",
                    "value[x] is read by 'value' alone, as FHIR has it"},
};

} // namespace faltakt::test
