#pragma once

#include "core/screening/question_reader.h"

#include <set>

namespace faltakt::screening {

/// An enableWhen whose question may stand further down: looked up when all items are known.
struct PendingCondition {
    std::size_t node = 0;
    FhirElement element;
};
/// A calculated item or a variable, whose expression may name items further down.
struct PendingExpression {
    std::optional<std::size_t> node; ///< The group around the item, or with the variable.
    std::size_t position = 0;        ///< How many nodes stand before it.
    FhirElement element;
};

inline constexpr std::size_t MaxExtensionsOfItem = 64;

/// Reads the tree of items into nodes, questions and repeating groups, and gathers what has to wait for the whole tree.
class ItemReader {
public:
    ItemReader(QuestionnaireParts &parts, std::string language) : m_parts(&parts), m_language(std::move(language)) {}

    [[nodiscard]] base::Result<void> read(const FhirElement &root);

    [[nodiscard]] const std::vector<PendingCondition> &conditions() const noexcept { return m_conditions; }
    [[nodiscard]] const std::vector<PendingExpression> &calculated() const noexcept { return m_calculated; }
    [[nodiscard]] const std::vector<PendingExpression> &variables() const noexcept { return m_variables; }
    /// The path of an option without points in a question some of whose options have points; empty for none.
    [[nodiscard]] const std::string &optionWithoutPoints() const noexcept { return m_optionWithoutPoints; }

private:
    /// Where an item stands.
    struct Around {
        std::optional<std::size_t> node;
        std::optional<std::size_t> repeat;
        Inherited inherited = {};
        int depth = 0;
    };
    [[nodiscard]] base::Result<void> readItems(const FhirElement &parent, const Around &around);
    [[nodiscard]] base::Result<void> readItem(const FhirElement &item, const Around &around);
    [[nodiscard]] base::Result<void> refuseUnread(const FhirElement &item) const;
    [[nodiscard]] base::Result<void> readCalculated(const FhirElement &item, const std::string &type,
                                                    const Around &around);
    [[nodiscard]] base::Result<std::size_t> addNode(const FhirElement &item, Node::Kind kind, const Around &around);
    [[nodiscard]] base::Result<void> addQuestion(const FhirElement &item, QuestionType type, const Around &around);
    [[nodiscard]] base::Result<void> addGroup(const FhirElement &item, bool repeats, const Around &around);
    [[nodiscard]] base::Result<void> beginRepeat(const FhirElement &item, std::size_t node, Around &inside);
    [[nodiscard]] base::Result<void> endRepeat(const FhirElement &item, std::size_t repeat);
    [[nodiscard]] base::Result<void> readVariables(const FhirElement &element, const Around &around);
    [[nodiscard]] base::Result<void> readEnableWhen(const FhirElement &item, std::size_t node);

    QuestionnaireParts *m_parts;
    std::string m_language;
    std::set<std::string, std::less<>> m_linkIds;
    std::vector<PendingCondition> m_conditions;
    std::vector<PendingExpression> m_calculated;
    std::vector<PendingExpression> m_variables;
    std::string m_optionWithoutPoints;
};

inline constexpr std::string_view CalculatedExpressionUrl =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
inline constexpr std::string_view VariableUrl = "http://hl7.org/fhir/StructureDefinition/variable";

} // namespace faltakt::screening
