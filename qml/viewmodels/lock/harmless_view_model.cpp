#include "qml/viewmodels/lock/harmless_view_model.h"

#include "core/rules/guidance_catalogue.h"

namespace faltakt::viewmodels {

HarmlessViewModel::HarmlessViewModel(AppServices &services) : m_services(services)
{
    connect(&services.settings, &AppSettings::languageChanged, this, &HarmlessViewModel::read);
    read();
}

void HarmlessViewModel::read()
{
    const bool isEnglish = m_services.settings.language() == QLatin1String("en");
    beginResetModel();
    m_cards.clear();
    if (const auto catalogue = rules::shippedGuidance()) {
        for (const rules::GuidanceCard &card :
             catalogue->harmlessCards(isEnglish ? base::Language::English : base::Language::Swedish)) {
            QStringList paragraphs;
            for (const rules::TextBlock &block : card.blocks) {
                if (!block.text.empty())
                    paragraphs += QString::fromStdString(block.text);
                for (const std::string &item : block.items)
                    paragraphs += QString::fromStdString(item);
            }
            m_cards.push_back({QString::fromStdString(card.title), paragraphs.join(QLatin1String("\n")),
                               QString::fromStdString(card.source)});
        }
    }
    endResetModel();
}

int HarmlessViewModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_cards.size()); }

QVariant HarmlessViewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Card &card = m_cards[std::size_t(index.row())];
    switch (role) {
    case TitleRole: return card.title;
    case BodyRole: return card.body;
    case CardSourceRole: return card.source;
    default: return {};
    }
}

QHash<int, QByteArray> HarmlessViewModel::roleNames() const
{
    return {{TitleRole, "title"}, {BodyRole, "body"}, {CardSourceRole, "source"}};
}

} // namespace faltakt::viewmodels
