#include "qml/viewmodels/start/forms_list_model.h"

#include "qml/viewmodels/interview/open_interview.h"
#include "qml/viewmodels/interview/question_words.h"

#include <array>

namespace faltakt::viewmodels {

using screening::InstrumentHead;
using screening::InstrumentKind;
using screening::Questionnaire;

namespace {

enum class Group { Screening, Interviews, Records };

Group groupOf(const InstrumentHead &head)
{
    if (head.kind == InstrumentKind::Record)
        return Group::Records;
    return head.kind == InstrumentKind::Ratings || !head.training.empty() ? Group::Interviews : Group::Screening;
}

QString headingOf(Group group)
{
    switch (group) {
    case Group::Screening: return FormsListModel::tr("Screening");
    case Group::Interviews: return FormsListModel::tr("Intervjuer");
    case Group::Records: break;
    }
    return FormsListModel::tr("Skriva upp vad någon annan har gjort");
}

/// "ASI Grund – intervju om hela livssituationen": what comes after the name.
QString purposeOf(const Questionnaire &form, const std::string &language)
{
    const QString title = QString::fromStdString(form.title().in(language));
    const qsizetype dash = title.indexOf(QStringLiteral(" – "));
    QString purpose = dash < 0 ? title : title.mid(dash + 3);
    if (!purpose.isEmpty())
        purpose[0] = purpose[0].toUpper();
    return purpose;
}

/// What comes before it.
QString nameOf(const Questionnaire &form, const std::string &language)
{
    return QString::fromStdString(form.title().in(language)).section(QStringLiteral(" – "), 0, 0);
}

QString dutyOf(const std::string &form, const FormsListModel::Duties &duties)
{
    const auto found = duties.find(form);
    return found == duties.end() ? QString() : found->second;
}

QString noteOf(const InstrumentHead &head, const QString &duty)
{
    QStringList notes;
    if (!duty.isEmpty())
        notes.push_back(duty);
    if (!head.training.empty())
        notes.push_back(FormsListModel::tr("För den som har utbildning i %1.")
                            .arg(QString::fromStdString(head.training).toUpper()));
    if (head.minimumAge && head.maximumAge)
        notes.push_back(FormsListModel::tr("%1 till %2 år.").arg(*head.minimumAge).arg(*head.maximumAge));
    else if (head.minimumAge)
        notes.push_back(FormsListModel::tr("Från %1 år.").arg(*head.minimumAge));
    return notes.join(u' ');
}

QString headingOf(screening::FormGroup group)
{
    switch (group) {
    case screening::FormGroup::Matter: return FormsListModel::tr("Nytt i akten");
    case screening::FormGroup::Plans: return FormsListModel::tr("Planer och uppföljning");
    case screening::FormGroup::Consent: return FormsListModel::tr("Samtycke och fullmakt");
    case screening::FormGroup::Law: break;
    }
    return FormsListModel::tr("Särskilda lägen");
}

bool isOffered(const Questionnaire &form, FormsListModel::About about)
{
    return about == FormsListModel::About::Person ? canBeAsked(form) : canBeAskedOfNobody(form);
}

} // namespace

int FormsListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant FormsListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case TitleRole: return row.title;
    case SecondaryRole: return row.secondary;
    case NoteRole: return row.note;
    case HeadingRole: return row.heading;
    default: return {};
    }
}

QHash<int, QByteArray> FormsListModel::roleNames() const
{
    return {{TitleRole, "title"}, {SecondaryRole, "secondary"}, {NoteRole, "note"}, {HeadingRole, "heading"}};
}

void FormsListModel::show(const screening::InstrumentLibrary &library, const screening::InstrumentLibrary &acts,
                          About about, bool hasTeamFile, const Duties &duties, const QString &query,
                          const std::string &language)
{
    std::vector<Row> rows;
    const QString wanted = query.trimmed();
    const auto add = [&](Row row, QString &heading) {
        if (!wanted.isEmpty() && !row.title.contains(wanted, Qt::CaseInsensitive)
            && !row.secondary.contains(wanted, Qt::CaseInsensitive))
            return;
        row.heading = std::exchange(heading, QString());
        rows.push_back(std::move(row));
    };
    for (const Group group : std::array{Group::Screening, Group::Interviews, Group::Records}) {
        QString heading = headingOf(group);
        for (const auto &[id, form] : library.all())
            if (groupOf(form->head()) == group && isOffered(*form, about))
                add({id,
                     instrumentName(*form, language),
                     purposeOf(*form, language),
                     noteOf(form->head(), about == About::Person ? dutyOf(id, duties) : QString()),
                     {}},
                    heading);
    }
    using screening::FormGroup;
    for (const FormGroup group : std::array{FormGroup::Matter, FormGroup::Plans, FormGroup::Consent, FormGroup::Law}) {
        QString heading = headingOf(group);
        for (const auto &[id, form] : acts.all()) {
            const bool isOfTeam = form->head().about == screening::FormAbout::Team;
            if (form->head().group != group || !(isOfTeam ? hasTeamFile : about == About::Person))
                continue;
            const QString note = isOfTeam ? tr("I teamets akt, aldrig i en persons.") : QString();
            add({"act " + id, nameOf(*form, language), purposeOf(*form, language), note, {}, true, isOfTeam}, heading);
        }
    }
    updateRows(m_rows, std::move(rows));
    Q_EMIT countChanged();
}

bool FormsListModel::isOfTeamAt(int row) const
{
    return row >= 0 && row < count() && m_rows[std::size_t(row)].isOfTeam;
}

bool FormsListModel::isActAt(int row) const { return row >= 0 && row < count() && m_rows[std::size_t(row)].isAct; }

std::string FormsListModel::formAt(int row) const
{
    if (row < 0 || row >= count())
        return {};
    const std::string &key = m_rows[std::size_t(row)].key;
    return isActAt(row) ? key.substr(key.find(' ') + 1) : key;
}

} // namespace faltakt::viewmodels
