#include "qml/viewmodels/interview/talk_facts.h"

#include "core/casework/person_card.h"
#include "core/casework/record_codes.h"
#include "qml/viewmodels/interview/training_note.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>

namespace faltakt::viewmodels {

namespace codes = casework::codes;

namespace {

constexpr std::string_view NoInterpreter = "none";

template <typename Codes>
int placeOf(const Codes &all, const std::string &code)
{
    const auto place = std::ranges::find(all, std::string_view(code));
    return place == all.end() ? -1 : int(place - all.begin());
}

std::string textIn(const base::json::Object &fields, std::string_view name)
{
    const auto *value = fields.find(name);
    return value && value->string() ? *value->string() : std::string();
}

std::optional<bool> booleanIn(const base::json::Object &fields, std::string_view name)
{
    const auto *value = fields.find(name);
    const bool *flag = value ? value->boolean() : nullptr;
    return flag ? std::optional(*flag) : std::nullopt;
}

} // namespace

ReadTalk readTalk(const base::json::Object &recordFields)
{
    return {.influenced = textIn(recordFields, "influenced"),
            .othersPresent = booleanIn(recordFields, "othersPresent"),
            .isSelfReported = booleanIn(recordFields, "selfReported").value_or(false),
            .isAskedToo = booleanIn(recordFields, "askedByWorker").value_or(false),
            .interpreter = textIn(recordFields, "interpretedBy"),
            .interpreterLanguage = textIn(recordFields, "interpreterLanguage")};
}

TalkFacts::TalkFacts(AppServices &services, QObject *parent) : QObject(parent), m_services(services)
{
    connect(&services.settings, &AppSettings::languageChanged, this, &TalkFacts::changed);
}

void TalkFacts::show(std::optional<base::RecordId> record, ReadTalk talk)
{
    m_record = record;
    m_talk = std::move(talk);
    m_problem.clear();
    Q_EMIT changed();
}

bool TalkFacts::isReliable() const { return m_talk.influenced != StronglyInfluenced; }

QStringList TalkFacts::influencedNames() const { return {tr("Nej"), tr("Något"), tr("Starkt"), tr("Kan inte bedöma")}; }

int TalkFacts::influencedIndex() const { return placeOf(codes::Influenced, m_talk.influenced); }

QStringList TalkFacts::othersNames() const { return {tr("Ja"), tr("Nej")}; }

int TalkFacts::othersIndex() const { return m_talk.othersPresent ? (*m_talk.othersPresent ? 0 : 1) : -1; }

QStringList TalkFacts::interpreterNames() const { return {tr("Nej"), tr("Utbildad tolk"), tr("Annan vuxen")}; }

int TalkFacts::interpreterIndex() const { return placeOf(codes::InterpreterUse, m_talk.interpreter); }

bool TalkFacts::hasInterpreter() const { return !m_talk.interpreter.empty() && m_talk.interpreter != NoInterpreter; }

QStringList TalkFacts::languageNames() const
{
    QStringList names;
    for (const std::string_view tag : casework::interpreterLanguages())
        names.push_back(text(casework::languageName(tag, languageOf(m_services.settings))));
    return names;
}

int TalkFacts::languageIndex() const { return placeOf(casework::interpreterLanguages(), m_talk.interpreterLanguage); }

QString selfReportedText(const ReadTalk &talk)
{
    if (!talk.isSelfReported)
        return {};
    return talk.isAskedToo ? TalkFacts::tr("Delvis självrapporterat") : TalkFacts::tr("Självrapporterat");
}

QString TalkFacts::selfReportedText() const { return viewmodels::selfReportedText(m_talk); }

QString TalkFacts::trainingText() const
{
    return m_talk.untrainedIn.empty()
               ? QString()
               : tr("Den som frågade har inte angett utbildning i %1.").arg(trainingName(m_talk.untrainedIn));
}

QString TalkFacts::reliabilityText() const
{
    return isReliable() ? QString()
                        : tr("Personen var starkt påverkad. Svaren är osäkra. Signera inte, kom tillbaka till frågorna "
                             "en annan dag.");
}

void TalkFacts::chooseInfluenced(int index)
{
    if (index < 0 || index >= int(codes::Influenced.size()))
        return;
    ReadTalk next = m_talk;
    next.influenced = codes::Influenced[std::size_t(index)];
    save(next, {{"influenced", next.influenced}});
}

void TalkFacts::chooseOthers(int index)
{
    ReadTalk next = m_talk;
    next.othersPresent = index == 0;
    save(next, {{"othersPresent", index == 0}});
}

void TalkFacts::chooseInterpreter(int index)
{
    if (index < 0 || index >= int(codes::InterpreterUse.size()))
        return;
    ReadTalk next = m_talk;
    next.interpreter = codes::InterpreterUse[std::size_t(index)];
    base::json::Object fields{{"interpretedBy", next.interpreter}};
    if (next.interpreter == NoInterpreter) {
        next.interpreterLanguage.clear();
        fields.set("interpreterLanguage", nullptr);
    }
    save(std::move(next), std::move(fields));
}

void TalkFacts::chooseLanguage(int index)
{
    const auto languages = casework::interpreterLanguages();
    if (index < 0 || index >= int(languages.size()))
        return;
    ReadTalk next = m_talk;
    next.interpreterLanguage = languages[std::size_t(index)];
    save(next, {{"interpreterLanguage", next.interpreterLanguage}});
}

void TalkFacts::save(ReadTalk next, base::json::Object fields)
{
    if (!m_record || !m_isOpen || next == m_talk)
        return;
    m_services.workspace.write<void>(
        this,
        [record = *m_record, fields = std::move(fields)](OpenStore &store) -> base::Result<void> {
            TRY_VOID(store.cases.edit(record, fields));
            return {};
        },
        [this, record = *m_record, next = std::move(next)](const base::Result<void> &written) {
            if (m_record != record)
                return;
            m_problem = written ? QString() : errorText(written.error());
            if (written)
                m_talk = next;
            Q_EMIT changed();
            if (written)
                Q_EMIT saved();
        });
}

} // namespace faltakt::viewmodels
