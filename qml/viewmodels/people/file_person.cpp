#include "qml/viewmodels/people/file_person.h"

#include "qml/viewmodels/people/tied_files.h"

namespace faltakt::viewmodels {

using base::Result;

Result<std::optional<store::CardEntry>> shownCardOf(const store::CaseStore &cases, base::CaseId caseId)
{
    TRY(const auto links, readFileLinks(cases));
    TRY(const auto row, cases.card(links.mainOf(caseId)));
    return row ? std::optional(row->card) : std::nullopt;
}

Result<std::optional<store::CaseRow>> namedCardOf(const store::CaseStore &cases, base::CaseId caseId)
{
    TRY(auto row, cases.card(caseId));
    if (!row || !row->card.name.empty() || row->card.mergedInto.empty() || row->card.isProtected)
        return row;
    TRY(const auto shown, shownCardOf(cases, caseId));
    if (shown) {
        row->card.name = shown->name;
        row->card.shortName = shown->shortName;
        row->card.birthDate = shown->birthDate;
    }
    return row;
}

Result<casework::PersonCard> personOfFile(const store::CaseStore &cases, const rules::CaseFacts &facts)
{
    casework::PersonCard person;
    TRY(const auto own, cases.record(facts.personRecord));
    if (own)
        person = casework::readPersonCard(*own);
    for (const base::RecordId other : facts.otherCards) {
        TRY(const auto record, cases.record(other));
        if (!record)
            continue;
        const casework::PersonCard card = casework::readPersonCard(*record);
        for (const casework::PersonFlag &flag : card.flags)
            if (!person.hasFlag(flag.code))
                person.flags.push_back(flag);
        person.deceased = person.deceased || card.deceased;
        if (person.interpreter.empty())
            person.interpreter = card.interpreter;
        if (other == facts.phoneRecord)
            person.contactWays = card.contactWays;
    }
    return person;
}

} // namespace faltakt::viewmodels
