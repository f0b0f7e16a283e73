#pragma once

#include "core/rules/guidance_catalogue.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/line_list_model.h"
#include "qml/viewmodels/shell/page_view_model.h"

#include <optional>

namespace faltakt::viewmodels {

/// The place "Vägledning": the cards that come with the program and what the municipality has decided, by area or by
/// search. Needs no store; the municipality is that of the worker who has unlocked.
class GuidanceViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString query READ query NOTIFY cardsChanged FINAL)
    Q_PROPERTY(QString countText READ countText NOTIFY cardsChanged FINAL)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY cardsChanged FINAL)
    /// kind "area" is a heading, kind "card" a card that opens.
    Q_PROPERTY(faltakt::viewmodels::LineListModel *cards READ cards CONSTANT FINAL)
public:
    explicit GuidanceViewModel(AppServices &services);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("guidance"); }
    [[nodiscard]] const QString &query() const noexcept { return m_query; }
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] LineListModel *cards() noexcept { return &m_cards; }

    void load() override;
    void clear() override;

public Q_SLOTS:
    void search(const QString &query);
    void openCard(const QString &card);
    void openEmergency();
    void openHandbook();
    void openHelp();

Q_SIGNALS:
    void cardsChanged();

private:
    void read();

    /// What is searched, of one visit: the same for every letter that is typed.
    struct Visit {
        rules::GuidanceCatalogue catalogue;
        rules::Profile profile;
    };
    [[nodiscard]] base::Result<Visit> visit() const;

    AppServices &m_services;
    std::optional<Visit> m_visit;
    QString m_query;
    int m_found = 0;
    LineListModel m_cards;
};

/// What a card says about where it comes from: tone of the chip, and the words.
[[nodiscard]] QString sourceTone(rules::SourceKind kind);

} // namespace faltakt::viewmodels
