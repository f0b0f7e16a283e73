#include "qml/viewmodels/conflict/conflict_view_model.h"

#include "qml/viewmodels/conflict/aligned_texts.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::ChangeId;
using base::Result;

namespace {

constexpr std::string_view FormName = "conflict";
/// From here on two cards beside each other are hard to compare by eye.
constexpr qsizetype LongText = 200;

bool isFormOf(const store::FormDraft &form, const ConflictQuestion &question)
{
    const auto *record = form.fields.find("record");
    const auto *field = form.fields.find("field");
    return form.form == FormName && record && record->string() && *record->string() == question.record.toString()
           && field && field->string() && *field->string() == question.field;
}

std::vector<base::json::Value> valuesOf(const std::vector<VersionContent> &versions)
{
    std::vector<base::json::Value> values;
    values.reserve(versions.size());
    for (const VersionContent &version : versions)
        values.push_back(version.value);
    return values;
}

const VersionContent *findVersion(const std::vector<VersionContent> &versions, const QString &key)
{
    const auto found = std::ranges::find_if(
        versions, [id = key.toStdString()](const VersionContent &version) { return version.change.toString() == id; });
    return found == versions.end() ? nullptr : &*found;
}

} // namespace

ConflictViewModel::ConflictViewModel(AppServices &services, base::RecordId record, std::string field)
    : m_services(services), m_record(record), m_field(std::move(field)),
      m_keeper(services.workspace, std::string(FormName), [this] { return formFields(); }), m_confirm(services)
{
    connect(&m_keeper, &FormKeeper::keepingFailed, this,
            [this](const base::Error &error) { setProblem(errorText(error)); });
    connect(this, &ConflictViewModel::contentChanged, this, &PageViewModel::longTalkChanged);
}

base::json::Object ConflictViewModel::formFields() const
{
    return {{"record", m_record.toString()}, {"field", m_field}, {"text", m_written.toStdString()}};
}

QString ConflictViewModel::explanation() const
{
    if (isDeletion())
        return tr("En av er tog bort den och en ändrade den, utan att se varandras ändring. Inget är borta.");
    return tr("Ni ändrade utan att se varandras ändring. Inget är borta: det du inte väljer finns kvar i historiken.");
}

QString ConflictViewModel::writingHelp() const
{
    return isStanding() ? tr("Den ersätter båda. Du kan ångra.")
                        : tr("Någon har redan valt. Din text ersätter det som gäller nu. Du kan ångra.");
}

bool ConflictViewModel::canKeepBoth() const noexcept
{
    return isStanding() && (m_content.nature == FieldNature::Text || m_content.nature == FieldNature::List);
}

bool ConflictViewModel::canWrite() const noexcept { return isStanding() && m_content.nature == FieldNature::Text; }

ConflictQuestion ConflictViewModel::question() const
{
    return {m_record, m_field, languageOf(m_services.settings), m_services.settings.namesHidden()};
}

Result<ConflictViewModel::Loaded> ConflictViewModel::read(OpenStore &store, const ConflictQuestion &question,
                                                          Shown shown, bool isFirst)
{
    Loaded loaded;
    TRY(loaded.content, readConflict(store, question));
    const bool isCovered = loaded.content.isProtected && !shown.isProtected;
    const bool isVeiled = loaded.content.isSafe && !shown.isSafe;
    if (isVeiled)
        loaded.content.fieldName = loaded.content.discreetName;
    if (isCovered || isVeiled) {
        // Not even read into the main thread before the worker has asked for it, and given her passphrase.
        loaded.content.versions.clear();
        loaded.content.before.clear();
        loaded.content.standingValue.clear();
    }
    if (isFirst && !isCovered)
        TRY_VOID(store.cases.logAccess(loaded.content.caseId, "open", "assigned", ""));
    if (isCovered || isVeiled)
        return loaded;
    TRY(const auto forms, store.cases.forms());
    const auto form =
        std::ranges::find_if(forms, [&](const store::FormDraft &draft) { return isFormOf(draft, question); });
    if (form != forms.end())
        loaded.draft = *form;
    return loaded;
}

void ConflictViewModel::load()
{
    const bool isFirst = !m_isLogged;
    const Shown shown = m_shown;
    const auto work = [question = question(), shown, isFirst](OpenStore &store) {
        return read(store, question, shown, isFirst);
    };
    const auto done = [this, shown](Result<Loaded> loaded) {
        setLoading(false);
        if (!loaded)
            return noteUnread(loaded.error());
        noteRead();
        m_isCovered = loaded->content.isProtected && !shown.isProtected;
        m_isVeiled = loaded->content.isSafe && !shown.isSafe;
        m_isLogged = m_isLogged || !m_isCovered;
        show(std::move(*loaded));
    };
    // The reading log goes first, and is durable before anything is shown.
    if (isFirst)
        m_services.workspace.readLogged<Loaded>(this, work, done);
    else
        m_services.workspace.read<Loaded>(this, work, done);
}

void ConflictViewModel::show(Loaded loaded)
{
    m_content = std::move(loaded.content);
    setVersions(m_content.versions, m_content.nature);
    // Also where somebody has chosen meanwhile: what was written is the worker's to use or to give up.
    if (loaded.draft && !m_isWriting && m_stopped.isEmpty() && !m_choice) {
        m_keeper.adopt(loaded.draft->id, m_content.caseId);
        const auto *text = loaded.draft->fields.find("text");
        begin(text && text->string() ? QString::fromStdString(*text->string()) : QString());
    }
    Q_EMIT contentChanged();
}

void ConflictViewModel::setVersions(const std::vector<VersionContent> &versions, FieldNature nature)
{
    m_versions.setVersions(versions, nature);
    const bool isLong =
        std::ranges::any_of(versions, [](const VersionContent &version) { return version.words.size() > LongText; });
    const bool isCompared =
        isLong && nature == FieldNature::Text && versions.size() == 2 && !versions.front().pieces.empty();
    m_rows.setLines(isCompared ? alignedLines(versions[0].pieces, versions[1].pieces)
                               : std::vector<LineListModel::Line>());
}

void ConflictViewModel::clear()
{
    m_keeper.flush();
    m_keeper.release();
    m_confirm.cancel();
    m_shown = {};
    m_isLogged = false;
    m_content = {};
    setVersions({}, FieldNature::Single);
    m_isWriting = false;
    m_written.clear();
    m_stopped.clear();
    m_choice.reset();
    setDone({});
    setLoading(true);
    Q_EMIT contentChanged();
    Q_EMIT writingChanged();
}

void ConflictViewModel::choose(Chooser chooser)
{
    m_services.workspace.write<ChangeId>(this, std::move(chooser),
                                         [this, values = valuesOf(m_content.versions)](const Result<ChangeId> &chosen) {
                                             if (!chosen)
                                                 return setProblem(errorText(chosen.error()));
                                             m_choice = TakenChoice{*chosen, values};
                                             m_stopped.clear();
                                             dropWritten();
                                             setProblem({});
                                             setDone(tr("Sparat."));
                                         });
}

void ConflictViewModel::use(const QString &version)
{
    const VersionContent *chosen = findVersion(m_content.versions, version);
    if (!chosen)
        return;
    if (isDeletion())
        return choose([record = m_record, field = m_field, value = chosen->value](OpenStore &store) {
            return store.cases.resolveWith(record, field, value);
        });
    choose([record = m_record, field = m_field, head = chosen->change](OpenStore &store) {
        return store.cases.resolveKeeping(record, field, head);
    });
}

void ConflictViewModel::keepBoth()
{
    if (!canKeepBoth())
        return;
    choose([record = m_record, field = m_field, versions = m_content.versions,
            nature = m_content.nature](OpenStore &store) -> Result<ChangeId> {
        auto both = bothTogether(versions, nature, store.ids);
        if (!both)
            return base::fail(base::ErrorCode::InvalidInput, "a field that holds one value");
        return store.cases.resolveWith(record, field, std::move(*both));
    });
}

void ConflictViewModel::write(const QString &version)
{
    const VersionContent *from = findVersion(m_content.versions, version);
    if (!from || !canWrite())
        return;
    base::UuidMaker ids(m_services.clock, m_services.workspace.setup().random);
    m_keeper.adopt(ids.makeId<base::RecordId>(), m_content.caseId);
    begin(from->value.string() ? QString::fromStdString(*from->value.string()) : QString());
}

void ConflictViewModel::begin(const QString &text)
{
    m_isWriting = true;
    m_written = text;
    m_stopped.clear();
    Q_EMIT writingChanged();
}

void ConflictViewModel::edit(const QString &text)
{
    if (!m_isWriting || m_written == text)
        return;
    m_written = text;
    m_keeper.touch();
    Q_EMIT writingChanged();
}

void ConflictViewModel::saveWritten()
{
    if (m_isWriting)
        choose([record = m_record, field = m_field, value = m_written.toStdString()](OpenStore &store) {
            return store.cases.resolveWith(record, field, value);
        });
}

void ConflictViewModel::stopWriting()
{
    m_stopped = m_written;
    m_choice.reset();
    dropWritten();
    setDone(m_stopped.isEmpty() ? QString() : tr("Din text är borttagen."));
}

void ConflictViewModel::dropWritten()
{
    m_isWriting = false;
    m_written.clear();
    m_keeper.drop();
    Q_EMIT writingChanged();
}

void ConflictViewModel::undo()
{
    if (!m_stopped.isEmpty()) {
        base::UuidMaker ids(m_services.clock, m_services.workspace.setup().random);
        m_keeper.adopt(ids.makeId<base::RecordId>(), m_content.caseId);
        begin(m_stopped);
        m_keeper.touch();
        setDone({});
        return;
    }
    if (!m_choice)
        return;
    m_services.workspace.write<void>(
        this,
        [record = m_record, field = m_field, choice = *m_choice](OpenStore &store) -> Result<void> {
            if (!choice.values.empty())
                return takeBack(store, record, field, choice);
            // It was written over one value, not over two.
            TRY_VOID(store.cases.undo({choice.change}));
            return {};
        },
        [this](const Result<void> &undone) { noteUndone(undone); });
}

void ConflictViewModel::noteUndone(const Result<void> &undone)
{
    if (!undone && undone.error().code() == base::ErrorCode::Refused)
        return setProblem(tr("Någon har skrivit vidare på valet. Ändra i personens akt i stället."));
    if (!undone)
        return setProblem(errorText(undone.error()));
    m_choice.reset();
    setDone({});
}

void ConflictViewModel::uncover()
{
    m_confirm.ask({tr("Visa versionerna"), tr("Personen har skyddade uppgifter. Öppningen loggas."),
                   ConfirmViewModel::Freshness::WithinAMinute},
                  [this] {
                      m_shown.isProtected = true;
                      load();
                  });
}

void ConflictViewModel::reveal()
{
    m_shown.isSafe = true;
    load();
}

void ConflictViewModel::setDone(const QString &text)
{
    if (std::exchange(m_doneText, text) != text)
        Q_EMIT doneChanged();
}

void ConflictViewModel::later() { m_services.router.back(); }

void ConflictViewModel::openHelp() { m_services.router.openHelp(helpPage()); }

} // namespace faltakt::viewmodels
