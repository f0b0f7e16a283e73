#pragma once

#include "core/screening/decimal_number.h"
#include "core/screening/partial_date.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace faltakt::screening {

/// What a person said to one question: a value, or why there is none. A value itself; which kind fits which question
/// is judged by answer_check.h.
class Answer {
public:
    enum class Kind {
        Option,
        Options, ///< Several options, or none of them.
        Boolean,
        Integer,
        Decimal,
        Date,
        Text,
        Refused, ///< "Would rather not answer".
        Unknown, ///< "Does not know".
        NotRelevant,
    };

    /// Position of the option, from 0.
    [[nodiscard]] static Answer option(std::size_t position) { return Answer(Kind::Option, position); }
    /// Positions, each once; they are kept in ascending order.
    [[nodiscard]] static Answer options(std::vector<std::size_t> positions);
    [[nodiscard]] static Answer boolean(bool value) { return Answer(Kind::Boolean, value); }
    [[nodiscard]] static Answer integer(std::int64_t value) { return Answer(Kind::Integer, value); }
    [[nodiscard]] static Answer decimal(DecimalNumber value) { return Answer(Kind::Decimal, std::move(value)); }
    [[nodiscard]] static Answer date(PartialDate value) { return Answer(Kind::Date, value); }
    [[nodiscard]] static Answer text(std::string value) { return Answer(Kind::Text, std::move(value)); }
    [[nodiscard]] static Answer refused() { return Answer(Kind::Refused, std::monostate()); }
    [[nodiscard]] static Answer unknown() { return Answer(Kind::Unknown, std::monostate()); }
    [[nodiscard]] static Answer notRelevant() { return Answer(Kind::NotRelevant, std::monostate()); }

    [[nodiscard]] Kind kind() const noexcept { return m_kind; }
    /// True where something was said that counts; false for refused, unknown and not relevant.
    [[nodiscard]] bool hasValue() const noexcept
    {
        return m_kind != Kind::Refused && m_kind != Kind::Unknown && m_kind != Kind::NotRelevant;
    }
    /// The one option's position; empty for every other kind.
    [[nodiscard]] std::optional<std::size_t> position() const noexcept;
    /// Positions of the options chosen: one, several or none.
    [[nodiscard]] std::vector<std::size_t> positions() const;
    /// The content of that kind, or nullptr.
    [[nodiscard]] const bool *boolean() const noexcept { return std::get_if<bool>(&m_content); }
    [[nodiscard]] const std::int64_t *integer() const noexcept { return std::get_if<std::int64_t>(&m_content); }
    [[nodiscard]] const DecimalNumber *decimal() const noexcept { return std::get_if<DecimalNumber>(&m_content); }
    [[nodiscard]] const PartialDate *date() const noexcept { return std::get_if<PartialDate>(&m_content); }
    [[nodiscard]] const std::string *text() const noexcept { return std::get_if<std::string>(&m_content); }

    bool operator==(const Answer &) const = default;

private:
    using Content = std::variant<std::monostate, std::size_t, std::vector<std::size_t>, bool, std::int64_t,
                                 DecimalNumber, PartialDate, std::string>;
    Answer(Kind kind, Content content) : m_kind(kind), m_content(std::move(content)) {}

    Kind m_kind;
    Content m_content;
};

} // namespace faltakt::screening
