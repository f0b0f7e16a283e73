#pragma once

#include "qml/viewmodels/interview/result_lists.h"
#include "qml/viewmodels/interview/result_parts.h"
#include "qml/viewmodels/interview/score_models.h"

#include <QObject>
#include <QStringList>

namespace faltakt::viewmodels {

/// What a result says, ready to show: the same for a person's assessment and for quick screening. It is support for the
/// talk; the person's own text has neither zone nor points. Main thread, owned by a page.
class ResultContent : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString scoreText READ scoreText NOTIFY changed FINAL)
    Q_PROPERTY(QStringList zoneLines READ zoneLines NOTIFY changed FINAL)
    Q_PROPERTY(QString meaning READ meaning NOTIFY changed FINAL)
    Q_PROPERTY(QString sexNotice READ sexNotice NOTIFY changed FINAL)
    Q_PROPERTY(QString limitsText READ limitsText NOTIFY changed FINAL)
    Q_PROPERTY(QString wordingNote READ wordingNote NOTIFY changed FINAL)
    Q_PROPERTY(QString unreadableText READ unreadableText NOTIFY changed FINAL)
    Q_PROPERTY(QStringList flags READ flags NOTIFY changed FINAL)
    Q_PROPERTY(QString changeText READ changeText NOTIFY changed FINAL)
    Q_PROPERTY(QString plotSummary READ plotSummary NOTIFY changed FINAL)
    Q_PROPERTY(int score READ score NOTIFY changed FINAL)
    Q_PROPERTY(int maximum READ maximum NOTIFY changed FINAL)
    Q_PROPERTY(bool hasScore READ hasScore NOTIFY changed FINAL)
    /// What was written down of what others did, or answers without points: there is no score to expect.
    Q_PROPERTY(QString noScoreText READ noScoreText NOTIFY changed FINAL)
    Q_PROPERTY(QString supportText READ supportText NOTIFY changed FINAL)
    Q_PROPERTY(bool hasZones READ hasZones NOTIFY changed FINAL)
    Q_PROPERTY(bool isTalk READ isTalk NOTIFY changed FINAL)
    Q_PROPERTY(QString earlierText READ earlierText NOTIFY changed FINAL)
    Q_PROPERTY(bool hasComposites READ hasComposites NOTIFY changed FINAL)
    Q_PROPERTY(bool showsComposites READ showsComposites NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::ResultPartListModel *parts READ parts CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::RatingProfileModel *profile READ profile CONSTANT FINAL)
    Q_PROPERTY(bool hasBothRows READ hasBothRows NOTIFY changed FINAL)
    Q_PROPERTY(QString rowLabel READ rowLabel NOTIFY changed FINAL)
    Q_PROPERTY(QString otherRowLabel READ otherRowLabel NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::ScoreZoneModel *zones READ zones CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ScoreZoneModel *otherZones READ otherZones CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ScorePointModel *points READ points CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::AnswerListModel *answers READ answers CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::NextStepListModel *nextSteps READ nextSteps CONSTANT FINAL)
    Q_PROPERTY(QStringList advicePoints READ advicePoints NOTIFY changed FINAL)
    Q_PROPERTY(QString adviceNote READ adviceNote NOTIFY changed FINAL)
    Q_PROPERTY(QString personText READ personText NOTIFY changed FINAL)
    /// What the person has rated, area by area; nothing of the interviewer's.
    Q_PROPERTY(QStringList personLines READ personLines NOTIFY changed FINAL)
    Q_PROPERTY(QStringList longerForms READ longerForms NOTIFY changed FINAL)
    /// Answers about violence in a form that is not in safe mode are in sight.
    Q_PROPERTY(bool showsViolence READ showsViolence NOTIFY changed FINAL)
public:
    using QObject::QObject;

    void show(ReadResult read, base::Date today, base::Language language);
    void clear();
    /// Empty until something is shown.
    [[nodiscard]] const std::optional<ReadResult> &shown() const noexcept { return m_read; }

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString scoreText() const;
    [[nodiscard]] QStringList zoneLines() const;
    [[nodiscard]] QString meaning() const;
    [[nodiscard]] QString sexNotice() const;
    [[nodiscard]] QString limitsText() const;
    [[nodiscard]] QString wordingNote() const;
    [[nodiscard]] QString unreadableText() const;
    [[nodiscard]] QStringList flags() const;
    [[nodiscard]] QString changeText() const;
    [[nodiscard]] QString plotSummary() const;
    [[nodiscard]] int score() const;
    [[nodiscard]] int maximum() const;
    [[nodiscard]] bool hasScore() const;
    [[nodiscard]] QString noScoreText() const;
    [[nodiscard]] QString supportText() const;
    [[nodiscard]] bool hasZones() const { return m_read && m_read->result.cutoffs; }
    [[nodiscard]] bool isTalk() const;
    [[nodiscard]] QString earlierText() const;
    [[nodiscard]] bool hasComposites() const;
    [[nodiscard]] bool showsComposites() const noexcept
    {
        return m_composites == ResultPartListModel::Composites::Shown;
    }
    [[nodiscard]] ResultPartListModel *parts() noexcept { return &m_parts; }
    [[nodiscard]] RatingProfileModel *profile() noexcept { return &m_profile; }
    [[nodiscard]] bool hasBothRows() const;
    [[nodiscard]] QString rowLabel() const { return rowLabelAt(0); }
    [[nodiscard]] QString otherRowLabel() const { return rowLabelAt(1); }
    [[nodiscard]] ScoreZoneModel *zones() noexcept { return &m_zones; }
    [[nodiscard]] ScoreZoneModel *otherZones() noexcept { return &m_otherZones; }
    [[nodiscard]] ScorePointModel *points() noexcept { return &m_points; }
    [[nodiscard]] AnswerListModel *answers() noexcept { return &m_answers; }
    [[nodiscard]] NextStepListModel *nextSteps() noexcept { return &m_nextSteps; }
    [[nodiscard]] QStringList advicePoints() const;
    [[nodiscard]] QString adviceNote() const;
    [[nodiscard]] QString personText() const;
    [[nodiscard]] QStringList personLines() const;
    /// The same one by one, for a plot.
    [[nodiscard]] std::vector<OwnRating> personRatings() const;
    [[nodiscard]] QStringList longerForms() const;
    [[nodiscard]] bool showsViolence() const noexcept { return m_violence == Violence::Shown; }

public Q_SLOTS:
    /// After one more press: until the page is covered or left.
    void revealViolence();
    /// Composites are shown only where they were asked for.
    void toggleComposites();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] std::string tag() const { return std::string(base::languageTag(m_language)); }
    [[nodiscard]] QString rowLabelAt(std::size_t row) const;
    [[nodiscard]] QString zoneLine(const screening::ZoneReading &reading) const;
    void showZones();
    void showAnswers();
    [[nodiscard]] bool isVeiled(std::string_view linkId) const;

    using Violence = AnswerListModel::Violence;
    Violence m_violence = Violence::Veiled;
    std::optional<ReadResult> m_read;
    base::Date m_today{};
    base::Language m_language = base::Language::Swedish;
    ScoreZoneModel m_zones;
    ScoreZoneModel m_otherZones;
    ScorePointModel m_points;
    AnswerListModel m_answers;
    NextStepListModel m_nextSteps;
    ResultPartListModel m_parts;
    RatingProfileModel m_profile;
    ResultPartListModel::Composites m_composites = ResultPartListModel::Composites::Left;
};

} // namespace faltakt::viewmodels
