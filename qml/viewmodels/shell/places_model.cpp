#include "qml/viewmodels/shell/places_model.h"

namespace faltakt::viewmodels {

namespace {

constexpr int PlaceCount = int(Router::Place::More) + 1;

QString iconOf(Router::Place place)
{
    switch (place) {
    case Router::Place::Today: return QStringLiteral("calendar-check");
    case Router::Place::People: return QStringLiteral("users");
    case Router::Place::Guidance: return QStringLiteral("book-open");
    case Router::Place::More: return QStringLiteral("menu");
    }
    return {};
}

} // namespace

PlacesModel::PlacesModel(AppServices &services) : m_services(services)
{
    connect(&services.workspace, &Workspace::syncStatusChanged, this, &PlacesModel::tellChanged);
    connect(&services.workspace, &Workspace::stateChanged, this, &PlacesModel::tellChanged);
    connect(&services.settings, &AppSettings::languageChanged, this, &PlacesModel::tellChanged);
}

void PlacesModel::tellChanged() { Q_EMIT dataChanged(index(0), index(PlaceCount - 1)); }

QString PlacesModel::nameOf(Router::Place place)
{
    switch (place) {
    case Router::Place::Today: return tr("I dag");
    case Router::Place::People: return tr("Personer");
    case Router::Place::Guidance: return tr("Vägledning");
    case Router::Place::More: return tr("Mer");
    }
    return {};
}

QString PlacesModel::badge() const
{
    const Workspace &workspace = m_services.workspace;
    const auto unsent = workspace.syncStatus().unsent();
    const bool isShown = workspace.state() == Workspace::State::Open && !workspace.isTraining() && unsent > 0;
    return isShown ? QString::number(unsent) : QString();
}

int PlacesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : PlaceCount; }

QVariant PlacesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto place = Router::Place(index.row());
    switch (role) {
    case TextRole: return nameOf(place);
    case IconNameRole: return iconOf(place);
    case BadgeRole: return place == Router::Place::More ? badge() : QString();
    default: return {};
    }
}

QHash<int, QByteArray> PlacesModel::roleNames() const
{
    return {{TextRole, "text"}, {IconNameRole, "iconName"}, {BadgeRole, "badge"}};
}

} // namespace faltakt::viewmodels
