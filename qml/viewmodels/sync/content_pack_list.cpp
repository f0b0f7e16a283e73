#include "qml/viewmodels/sync/content_pack_list.h"

#include "core/base/date_words.h"
#include "core/casework/swedish_time.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"
#include "sync/client/pack_transfer.h"
#include "sync/client/sync_runner.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;
using screening::PackFault;
using Use = screening::PackOverview::Use;

ContentPackList::ContentPackList(AppServices &services) : m_services(services) {}

Result<std::vector<ContentPackList::Row>> ContentPackList::readRows(OpenStore &store)
{
    TRY(const auto all, store.instruments.overview(casework::swedishDate(store.clock.now())));
    std::vector<Row> rows;
    for (const screening::PackOverview &one : all) {
        // Kept for what was begun with it, or behind a newer one that says what there is to say: nothing to look at.
        const bool isBehind = !rows.empty() && rows.back().pack == one.row.pack;
        if (one.use == Use::Superseded || (isBehind && one.use != Use::InUse && one.use != Use::NotYet))
            continue;
        Row row{.hash = base::toBase64Url(one.row.hash),
                .pack = one.row.pack,
                .version = one.row.version,
                .title = one.row.pack,
                .publisher = {},
                .licence = {},
                .use = one.use,
                .fault = one.fault};
        if (one.manifest) {
            row.title = one.manifest->title;
            row.publisher = one.manifest->publisher;
            row.licence = one.manifest->licence;
            row.validFrom = one.manifest->validFrom;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

QString ContentPackList::stateText(const Row &row) const
{
    switch (row.use) {
    case Use::Coming: return tr("Hämtas");
    case Use::InUse: return tr("Används");
    case Use::NotYet:
        return tr("Gäller från %1").arg(text(base::dayWordsWithYear(row.validFrom, languageOf(m_services.settings))));
    case Use::Superseded:
    case Use::Refused: break;
    }
    return tr("Används inte");
}

QString ContentPackList::faultText(PackFault fault)
{
    switch (fault) {
    case PackFault::Damaged: return tr("Paketet är skadat. Säg till kontoret om det inte har ordnat sig i morgon.");
    case PackFault::Unsigned:
        return tr("Paketet är inte undertecknat av den utgivare som det anger. Säg till kontoret.");
    case PackFault::UnknownPublisher: return tr("Utgivaren är inte känd på den här enheten.");
    case PackFault::Older: return tr("En nyare version finns redan här.");
    case PackFault::VersionReused: return tr("Ett annat paket med samma version finns redan här. Säg till kontoret.");
    case PackFault::Unreadable: return tr("Den här versionen av appen kan inte läsa paketet.");
    case PackFault::WrongResults:
        return tr("Ett formulär i paketet räknar inte som paketets egna provsvar säger. Säg till kontoret.");
    case PackFault::NewerProgram: return tr("Paketet kräver en nyare version av appen.");
    case PackFault::Unsafe: return tr("Frågorna om våld skulle inte längre skyddas som de ska. Säg till kontoret.");
    case PackFault::MeaningChanged:
        return tr("Ett formulär i paketet räknar annorlunda men har samma version som appens eget. Säg till kontoret.");
    case PackFault::OtherPublisher:
        return tr("Paketet som används kommer från en annan utgivare. Fråga kontoret innan du skriver den nyas kod.");
    }
    return {};
}

LineListModel::Line ContentPackList::lineOf(const Row &row) const
{
    LineListModel::Line line{
        .key = row.hash, .text = tr("%1, version %2").arg(text(row.title), text(row.version)), .chip = stateText(row)};
    if (!row.publisher.empty())
        line.secondary = tr("Utgivare: %1. Licens: %2.").arg(text(row.publisher), text(row.licence));
    line.tone = row.use == Use::InUse     ? QStringLiteral("received")
                : row.use == Use::Refused ? QStringLiteral("danger")
                                          : QStringLiteral("offline");
    line.iconName = row.use == Use::InUse     ? QStringLiteral("check")
                    : row.use == Use::Refused ? QStringLiteral("circle-alert")
                                              : QStringLiteral("clock");
    if (row.fault)
        line.kind = tr("%1 Frågorna ställs som förut.").arg(faultText(*row.fault));
    return line;
}

void ContentPackList::load()
{
    m_services.workspace.read<std::vector<Row>>(
        this, [](OpenStore &store) { return readRows(store); },
        [this](const Result<std::vector<Row>> &rows) {
            if (rows)
                show(*rows);
        });
}

void ContentPackList::show(const std::vector<Row> &rows)
{
    std::vector<LineListModel::Line> lines;
    lines.reserve(rows.size());
    for (const Row &row : rows)
        lines.push_back(lineOf(row));
    m_lines.setLines(std::move(lines));
    m_asksPublisher = std::ranges::any_of(rows, [](const Row &row) {
        return row.fault == PackFault::UnknownPublisher || row.fault == PackFault::OtherPublisher;
    });
    Q_EMIT changed();
}

void ContentPackList::clear()
{
    m_lines.setLines({});
    m_asksPublisher = false;
    for (QString *words : {&m_code, &m_problem, &m_doneText})
        words->clear();
    Q_EMIT changed();
}

void ContentPackList::setCode(const QString &code)
{
    if (std::exchange(m_code, code) != code)
        Q_EMIT changed();
}

void ContentPackList::trust()
{
    m_problem.clear();
    m_doneText.clear();
    Q_EMIT changed();
    m_services.workspace.write<bool>(
        this,
        [code = m_code.toStdString()](OpenStore &store) -> Result<bool> {
            store::ContentPacks packs = store.cases.contentPacks();
            TRY(const auto key, screening::publisherWithCode(packs, code));
            if (!key)
                return false;
            TRY_VOID(screening::trustPublisher(packs, *key));
            TRY(const auto publishers, client::trustedPublishers(store.field));
            TRY_VOID(screening::judgeArrivedPacks(packs, publishers, client::AppName));
            return true;
        },
        [this](const Result<bool> &found) { concludeTrust(found); });
}

void ContentPackList::concludeTrust(const Result<bool> &found)
{
    if (!found) {
        m_problem = errorText(found.error());
    } else if (!*found) {
        m_problem = tr("Ingen utgivare har den koden. Jämför med brevet från utgivaren.");
    } else {
        m_code.clear();
        m_doneText = tr("Utgivaren är känd från och med nu.");
    }
    Q_EMIT changed();
    load();
}

} // namespace faltakt::viewmodels
