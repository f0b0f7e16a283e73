#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace faltakt::changelog {

/// The part of a person's file that a right is granted for. A change lies in exactly one, so that pull can leave
/// out whole lines and never fields.
enum class Compartment : std::uint8_t {
    File,      ///< contact, note, child, consent, plan, decision, attachment; and every kind this version does not know
    Card,      ///< person, case, task
    Lob,       ///< the police report
    Screening, ///< assessments
    Order,     ///< what a provider gets
    Protected, ///< name, number and address of a person with protected identity
    Reading,   ///< who opened what, when and why: pushed, never pulled
};
inline constexpr int CompartmentCount = 7;

[[nodiscard]] std::string_view compartmentName(Compartment compartment) noexcept;
[[nodiscard]] std::optional<Compartment> compartmentFromName(std::string_view name) noexcept;

/// A set of compartments as bits; the form in which grants are stored and sent.
class CompartmentSet {
public:
    constexpr CompartmentSet() = default;
    constexpr explicit CompartmentSet(std::uint32_t bits) : m_bits(bits & All) {}
    constexpr CompartmentSet(std::initializer_list<Compartment> compartments)
    {
        for (const Compartment compartment : compartments)
            m_bits |= 1U << unsigned(compartment);
    }
    /// What a worker gets with a case: everything but `protected` and `reading`.
    [[nodiscard]] static constexpr CompartmentSet ofCaseworker()
    {
        return CompartmentSet(All & ~(1U << unsigned(Compartment::Protected))
                              & ~(1U << unsigned(Compartment::Reading)));
    }
    [[nodiscard]] constexpr bool contains(Compartment compartment) const
    {
        return (m_bits >> unsigned(compartment) & 1U) != 0;
    }
    [[nodiscard]] constexpr bool empty() const { return m_bits == 0; }
    [[nodiscard]] constexpr std::uint32_t bits() const { return m_bits; }
    constexpr CompartmentSet operator|(CompartmentSet other) const { return CompartmentSet(m_bits | other.m_bits); }
    constexpr CompartmentSet without(CompartmentSet other) const { return CompartmentSet(m_bits & ~other.m_bits); }
    constexpr bool operator==(const CompartmentSet &) const = default;
    /// Names in declaration order.
    [[nodiscard]] std::vector<std::string_view> names() const;

private:
    static constexpr std::uint32_t All = (1U << CompartmentCount) - 1U;
    std::uint32_t m_bits = 0;
};

/// How a field's value looks.
enum class FieldType : std::uint8_t {
    Text,     ///< one line, at most maxLength code points
    LongText, ///< several lines, at most maxLength code points
    Code,     ///< one of `codes`; unknown codes from newer versions are kept and shown raw
    Integer,  ///< minimum..maximum
    Boolean,
    Instant, ///< ISO 8601 with zone
    Date,    ///< YYYY-MM-DD
    Id,      ///< UUID
    Object,  ///< an object whose parts make sense only together
    List,    ///< an object of elements by element id, never an array by position
    Answer,  ///< the answer to a questionnaire item; the field name is a prefix, `answers/<linkId>`
};

/// How much harm a leak of the field does; steers redaction, export and printing.
enum class Sensitivity : std::uint8_t { Plain, Personal, Sensitive, Protected };

/// Where the form of a kind belongs: full on the device, a few fields, reference only, or at the office.
enum class Surface : std::uint8_t { Field, Light, Reference, Office };

struct FieldSchema {
    std::string_view name;
    FieldType type = FieldType::Text;
    Sensitivity sensitivity = Sensitivity::Personal;
    std::size_t maxLength = 200;
    std::span<const std::string_view> codes = {};
    std::int64_t minimum = 0;
    std::int64_t maximum = 0;
    /// The name stands for every field that begins with it and '/'.
    bool isPrefix = false;
};

struct KindSchema {
    std::string_view name;
    Compartment compartment = Compartment::File;
    Surface surface = Surface::Field;
    std::span<const FieldSchema> fields;
    /// A signature lies in the compartment of the record it signs.
    bool takesCompartmentOfRecord = false;

    /// The schema of a field, also by prefix; nullptr where this version does not know it.
    [[nodiscard]] const FieldSchema *field(std::string_view name) const noexcept;
};

/// All kinds that this version knows: the only place that names fields, types, limits and compartments. The table
/// itself is a compile-time value of core/casework, handed in by the composition roots.
class SchemaTable {
public:
    constexpr explicit SchemaTable(std::span<const KindSchema> kinds) : m_kinds(kinds) {}
    [[nodiscard]] const KindSchema *kind(std::string_view name) const noexcept;
    [[nodiscard]] std::span<const KindSchema> kinds() const noexcept { return m_kinds; }

private:
    std::span<const KindSchema> m_kinds;
};

} // namespace faltakt::changelog
