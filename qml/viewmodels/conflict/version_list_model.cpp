#include "qml/viewmodels/conflict/version_list_model.h"

#include "qml/viewmodels/shell/language.h"

#include <algorithm>

namespace faltakt::viewmodels {

namespace {

/// Neighbouring sentences of one sort are one piece: a text reads on where nothing differs.
std::vector<LineListModel::Line> pieceLines(const std::vector<base::ComparedSentence> &pieces)
{
    std::vector<LineListModel::Line> lines;
    for (const base::ComparedSentence &piece : pieces) {
        const QString kind = piece.differs ? QStringLiteral("changed") : QStringLiteral("same");
        if (lines.empty() || lines.back().kind != kind)
            lines.push_back({.key = std::to_string(lines.size()), .kind = kind});
        lines.back().text += text(piece.text);
    }
    for (LineListModel::Line &line : lines)
        line.text = line.text.trimmed();
    std::erase_if(lines, [](const LineListModel::Line &line) { return line.text.isEmpty(); });
    return lines;
}

std::vector<LineListModel::Line> wordLines(const QString &words)
{
    std::vector<LineListModel::Line> lines;
    for (const QString &line : words.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        lines.push_back({.key = std::to_string(lines.size()), .kind = QStringLiteral("line"), .text = line});
    return lines;
}

} // namespace

ConflictVersion::ConflictVersion(const VersionContent &content, FieldNature nature)
    : m_key(text(content.change.toString())), m_author(content.isOwn ? tr("Du") : tr("En kollega")),
      m_when(content.when)
{
    auto lines = content.pieces.empty() ? wordLines(content.words) : pieceLines(content.pieces);
    const bool isDeletion = nature == FieldNature::Deletion && content.value.boolean() && *content.value.boolean();
    if (isDeletion)
        lines = {{.key = "deleted", .kind = QStringLiteral("deleted"), .text = tr("Borttagen")}};
    else if (lines.empty())
        lines = {{.key = "empty", .kind = QStringLiteral("line"), .text = tr("Inget")}};
    m_lines.setLines(std::move(lines));
}

QString ConflictVersion::heading() const { return tr("%1, %2").arg(m_author, m_when); }

bool VersionListModel::isSame(const std::vector<VersionContent> &versions) const
{
    return std::ranges::equal(m_versions, versions, [](const auto &shown, const VersionContent &read) {
        return shown->key() == text(read.change.toString()) && shown->when() == read.when;
    });
}

void VersionListModel::setVersions(const std::vector<VersionContent> &versions, FieldNature nature)
{
    if (isSame(versions))
        return;
    std::vector<std::unique_ptr<ConflictVersion>> old;
    beginResetModel();
    old.swap(m_versions);
    for (const VersionContent &version : versions)
        m_versions.push_back(std::make_unique<ConflictVersion>(version, nature));
    endResetModel();
    // The cards that showed them go with the next turn of the event loop, and read them until then.
    for (std::unique_ptr<ConflictVersion> &version : old)
        version.release()->deleteLater();
}

QString VersionListModel::authorOf(int row) const
{
    return row >= 0 && row < rowCount() ? m_versions[std::size_t(row)]->author() : QString();
}

int VersionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_versions.size());
}

QVariant VersionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != VersionRole)
        return {};
    return QVariant::fromValue(m_versions[std::size_t(index.row())].get());
}

QHash<int, QByteArray> VersionListModel::roleNames() const { return {{VersionRole, "version"}}; }

} // namespace faltakt::viewmodels
