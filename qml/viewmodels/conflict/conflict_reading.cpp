#include "qml/viewmodels/conflict/conflict_reading.h"

#include "core/casework/field_text.h"
#include "core/casework/misfiled.h"
#include "core/casework/moment_words.h"
#include "core/casework/person_card.h"
#include "core/casework/record_schemas.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/language.h"
#include "qml/viewmodels/workspace/safe_talk.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::ChangeId;
using base::ErrorCode;
using base::Result;
using base::json::Value;
using changelog::FieldType;

namespace {

constexpr std::string_view DeletedField = "deleted";

const changelog::RecordSet *setOf(const changelog::Change &change, base::RecordId record)
{
    const auto found = std::ranges::find(change.sets, record, &changelog::RecordSet::record);
    return found == change.sets.end() ? nullptr : &*found;
}

/// The lines of a list, those that the other list does not have marked.
std::vector<base::ComparedSentence> comparedLines(const QString &words, const QString &other)
{
    const QStringList others = other.split(QLatin1Char('\n'));
    std::vector<base::ComparedSentence> lines;
    for (const QString &line : words.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        lines.push_back({line.toStdString() + '\n', !others.contains(line)});
    return lines;
}

class ConflictReader {
public:
    ConflictReader(OpenStore &store, const ConflictQuestion &question) : m_store(&store), m_question(&question)
    {
        m_context.now = store.clock.now();
        m_context.language = question.language;
        // No other worker's name is known on a device.
        m_context.nameOf = [worker = store.cases.owner().worker.toString(), language = question.language,
                            name = store.field.registration().workerName](std::string_view id) {
            return id == worker ? name : std::string(base::inLanguage(language, "En kollega", "A colleague"));
        };
    }

    Result<ConflictContent> read()
    {
        TRY(const auto state, m_store->cases.recordState(m_question->record));
        TRY(const auto shown, m_store->cases.record(m_question->record));
        if (!state || !shown || casework::sealOf(*shown))
            return base::fail(ErrorCode::NotFound, "record");
        m_kind = state->kind();
        ConflictContent content;
        content.caseId = state->caseId();
        content.kind = m_kind;
        content.nature = nature();
        content.fieldName = fieldName();
        TRY(const auto card, m_store->cases.card(content.caseId));
        content.isProtected = card && card->card.isProtected;
        content.person = card ? personName(card->card, m_question->namesHidden) : QString();
        TRY(const auto conflicts, m_store->cases.conflictsOfRecord(m_question->record));
        const auto found = std::ranges::find(conflicts, m_question->field, &store::ConflictRow::field);
        content.isStanding = found != conflicts.end();
        TRY(const SafeTalk talk, safeTalkOf(content.isStanding ? &*found : nullptr));
        content.isSafe = talk != SafeTalk::No;
        content.discreetName = discreetName(talk, m_question->language);
        if (!content.isStanding)
            return readStanding(std::move(content), *state);
        TRY(content.versions, readVersions(*found));
        TRY(content.before, readBefore(*found));
        return content;
    }

private:
    /// Beside a deletion stands what the other side changed: any answer.
    [[nodiscard]] Result<SafeTalk> safeTalkOf(const store::ConflictRow *conflict) const
    {
        TRY(const SafeParts safe, safePartsOf(*m_store, m_question->record));
        SafeTalk talk = safe.of(m_question->field);
        if (!conflict || m_question->field != DeletedField)
            return talk;
        for (const store::ConflictHead &head : conflict->heads) {
            const auto line = m_store->cases.changeLine(head.change);
            const changelog::RecordSet *set = line ? setOf(line->change, m_question->record) : nullptr;
            const SafeTalk changed = set ? safe.of(set->fields) : SafeTalk::No;
            talk = talk == SafeTalk::No || changed == SafeTalk::Yes ? changed : talk;
        }
        return talk;
    }

    [[nodiscard]] FieldNature nature() const
    {
        if (m_question->field == DeletedField)
            return FieldNature::Deletion;
        const changelog::KindSchema *kind = casework::recordSchemas().kind(m_kind);
        const changelog::FieldSchema *field = kind ? kind->field(m_question->field) : nullptr;
        if (field && field->type == FieldType::List)
            return FieldNature::List;
        // Kept as a text and shown as another: nothing to compare sentence by sentence, or to be written on.
        if (m_question->field == "interpreter")
            return FieldNature::Single;
        return field && (field->type == FieldType::Text || field->type == FieldType::LongText) ? FieldNature::Text
                                                                                               : FieldNature::Single;
    }

    [[nodiscard]] QString fieldName() const
    {
        const base::Language language = m_question->language;
        return text(m_question->field == DeletedField ? casework::kindText(m_kind, language)
                                                      : casework::fieldText(m_kind, m_question->field, language));
    }

    [[nodiscard]] QString wordsOf(const Value &value) const
    {
        return isHidden(m_question->field) ? hiddenFieldText()
                                           : text(casework::valueText(m_kind, m_question->field, value, m_context));
    }

    [[nodiscard]] bool isHidden(std::string_view field) const
    {
        return m_question->namesHidden && casework::tellsWho(m_kind, field);
    }

    Result<ConflictContent> readStanding(ConflictContent content, const changelog::RecordState &state) const
    {
        const auto &heads = state.heads(m_question->field);
        if (!heads.empty() && m_question->field != DeletedField)
            content.standingValue = wordsOf(heads.front().value);
        return content;
    }

    Result<std::vector<VersionContent>> readVersions(const store::ConflictRow &conflict) const
    {
        std::vector<store::ConflictHead> heads = conflict.heads;
        for (store::ConflictHead &head : heads)
            TRY_VOID(traceBack(head));
        std::ranges::sort(heads, [](const auto &left, const auto &right) { return left.at > right.at; });
        std::vector<VersionContent> versions;
        for (const store::ConflictHead &head : heads) {
            VersionContent version{head.change, head.value, head.by == m_store->cases.owner().worker, {}, {}, {}};
            version.when = text(casework::momentWords(head.at, m_context.now, m_context.language));
            TRY(version.words, headWords(head));
            versions.push_back(std::move(version));
        }
        compare(versions);
        return versions;
    }

    /// A value that was put back by undoing a choice still belongs to whoever wrote it first.
    Result<void> traceBack(store::ConflictHead &head) const
    {
        const auto line = m_store->cases.changeLine(head.change);
        const changelog::RecordSet *set = line ? setOf(line->change, m_question->record) : nullptr;
        if (!set || set->base.size() != 1)
            return {};
        const auto choice = m_store->cases.changeLine(set->base.front());
        const changelog::RecordSet *chosen = choice ? setOf(choice->change, m_question->record) : nullptr;
        if (!chosen || !chosen->fields.find(m_question->field))
            return {};
        for (const ChangeId earlier : chosen->base) {
            const auto first = m_store->cases.changeLine(earlier);
            const changelog::RecordSet *firstSet = first ? setOf(first->change, m_question->record) : nullptr;
            const Value *value = firstSet ? firstSet->fields.find(m_question->field) : nullptr;
            if (value && *value == head.value) {
                head.by = first->change.by;
                head.at = first->change.at;
                return {};
            }
        }
        return {};
    }

    /// Of a deletion nothing can be shown but that; of the other side, what it changed.
    Result<QString> headWords(const store::ConflictHead &head) const
    {
        if (m_question->field != DeletedField)
            return wordsOf(head.value);
        if (head.value.boolean() && *head.value.boolean())
            return QString();
        const auto line = m_store->cases.changeLine(head.change);
        const changelog::RecordSet *set = line ? setOf(line->change, m_question->record) : nullptr;
        QStringList parts;
        if (set) {
            for (const auto &[field, value] : set->fields) {
                if (field != DeletedField && !isHidden(field))
                    parts += QStringLiteral("%1: %2").arg(text(casework::fieldText(m_kind, field, m_context.language)),
                                                          text(casework::valueText(m_kind, field, value, m_context)));
            }
        }
        return parts.join(QLatin1Char('\n'));
    }

    void compare(std::vector<VersionContent> &versions) const
    {
        if (versions.size() != 2 || isHidden(m_question->field))
            return;
        if (nature() == FieldNature::List) {
            versions[0].pieces = comparedLines(versions[0].words, versions[1].words);
            versions[1].pieces = comparedLines(versions[1].words, versions[0].words);
        }
        if (nature() != FieldNature::Text || !versions[0].value.string() || !versions[1].value.string())
            return;
        base::SentenceComparison comparison =
            base::compareSentences(*versions[0].value.string(), *versions[1].value.string());
        versions[0].pieces = std::move(comparison.first);
        versions[1].pieces = std::move(comparison.second);
    }

    /// The latest value of the field among what the authors had seen.
    Result<QString> readBefore(const store::ConflictRow &conflict) const
    {
        std::optional<base::Instant> latest;
        QString words;
        for (const store::ConflictHead &head : conflict.heads) {
            const auto line = m_store->cases.changeLine(head.change);
            const changelog::RecordSet *set = line ? setOf(line->change, m_question->record) : nullptr;
            if (!set)
                continue;
            for (const ChangeId seen : set->base) {
                const auto earlier = m_store->cases.changeLine(seen);
                const changelog::RecordSet *before = earlier ? setOf(earlier->change, m_question->record) : nullptr;
                const Value *value = before ? before->fields.find(m_question->field) : nullptr;
                const bool isHead =
                    std::ranges::find(conflict.heads, seen, &store::ConflictHead::change) != conflict.heads.end();
                if (!value || isHead || (latest && earlier->change.at <= *latest))
                    continue;
                latest = earlier->change.at;
                words = wordsOf(*value);
            }
        }
        return words;
    }

    OpenStore *m_store;
    const ConflictQuestion *m_question;
    casework::ValueContext m_context;
    std::string m_kind;
};

} // namespace

Result<ConflictContent> readConflict(OpenStore &store, const ConflictQuestion &question)
{
    return ConflictReader(store, question).read();
}

} // namespace faltakt::viewmodels
