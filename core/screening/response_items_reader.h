#pragma once

#include "core/screening/fhir_element.h"
#include "core/screening/response_reader.h"

#include <map>
#include <set>

namespace faltakt::screening {

/// Reads the items of one response into an answer sheet. What is wrong becomes a problem with its place, and the reading
/// goes on, so that all of it is told at once. Each item stands where its questionnaire has it, and once; so a response
/// can be no deeper than its questionnaire. Used for one response.
class ResponseItemsReader {
public:
    explicit ResponseItemsReader(const QuestionnairePointer &questionnaire);

    [[nodiscard]] base::Result<ReadResponse> read(const FhirElement &root);

private:
    /// Where items are expected: below a group, in one of its rows, or at the top.
    struct Parent {
        std::optional<std::size_t> node;
        std::optional<std::size_t> row;
    };
    struct Given {
        Place place;
        std::string path;
    };

    void readItems(const FhirElement &element, const Parent &parent);
    void readItem(const FhirElement &element, const Parent &parent);
    [[nodiscard]] base::Result<void> readNode(const FhirElement &element, const Parent &parent, std::size_t node);
    [[nodiscard]] base::Result<void> readGroup(const FhirElement &element, const Parent &parent, std::size_t node);
    [[nodiscard]] base::Result<void> readQuestion(const FhirElement &element, const Place &place);
    [[nodiscard]] base::Result<void> readCalculation(const FhirElement &element, std::size_t calculation);
    /// Refuses an item that stands elsewhere in the questionnaire, or that was there before.
    [[nodiscard]] base::Result<void> checkPlace(const FhirElement &element, const Parent &parent,
                                                std::optional<std::size_t> expected, std::size_t id);
    /// Decides whether the skip rule was used; what is answered though its conditions close it is a problem.
    void checkOpen();
    void addProblem(std::string words);

    QuestionnairePointer m_questionnaire;
    std::map<std::string_view, std::size_t> m_nodes;                     ///< By link id.
    std::set<std::pair<std::size_t, std::optional<std::size_t>>> m_seen; ///< Node, or past the nodes calculation; row.
    std::vector<Given> m_given;
    std::size_t m_rowsMade = 0;
    ReadResponse m_read;
};

} // namespace faltakt::screening
