#pragma once

#include "qml/viewmodels/shell/app_services.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// The code of `influenced` with which answers are not to be relied on, and not to be signed.
inline constexpr std::string_view StronglyInfluenced = "strongly";

/// What a record says of the talk in which its answers were given.
struct ReadTalk {
    std::string influenced = {};
    std::optional<bool> othersPresent = {};
    bool isSelfReported = false;
    bool isAskedToo = false; ///< A worker asked some of it.
    std::string interpreter = {};
    std::string interpreterLanguage = {}; ///< BCP 47
    /// The training that the form is for and that whoever asked has not said she has; empty elsewhere.
    std::string untrainedIn = {};

    bool operator==(const ReadTalk &) const = default;
};
[[nodiscard]] ReadTalk readTalk(const base::json::Object &recordFields);
/// "Självrapporterat", or partly so; empty where a worker asked all of it.
[[nodiscard]] QString selfReportedText(const ReadTalk &talk);

/// How the talk was: what the worker says of it afterwards. Each choice is written at once. Main thread; owned by the page
/// of the result, and by that of the handing over.
class TalkFacts final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QStringList influencedNames READ influencedNames NOTIFY changed FINAL)
    Q_PROPERTY(int influencedIndex READ influencedIndex NOTIFY changed FINAL)
    Q_PROPERTY(QStringList othersNames READ othersNames NOTIFY changed FINAL)
    Q_PROPERTY(int othersIndex READ othersIndex NOTIFY changed FINAL)
    Q_PROPERTY(QStringList interpreterNames READ interpreterNames NOTIFY changed FINAL)
    Q_PROPERTY(int interpreterIndex READ interpreterIndex NOTIFY changed FINAL)
    Q_PROPERTY(bool hasInterpreter READ hasInterpreter NOTIFY changed FINAL)
    Q_PROPERTY(QStringList languageNames READ languageNames NOTIFY changed FINAL)
    Q_PROPERTY(int languageIndex READ languageIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString selfReportedText READ selfReportedText NOTIFY changed FINAL)
    Q_PROPERTY(QString trainingText READ trainingText NOTIFY changed FINAL)
    /// What a strongly influenced person's answers are worth; empty where nothing speaks against them.
    Q_PROPERTY(QString reliabilityText READ reliabilityText NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
public:
    explicit TalkFacts(AppServices &services, QObject *parent = nullptr);

    /// Empty while nothing is shown.
    void show(std::optional<base::RecordId> record, ReadTalk talk);
    void clear() { show(std::nullopt, {}); }
    /// False where nothing may be changed any more.
    void setOpen(bool open) noexcept { m_isOpen = open; }
    /// Nothing speaks against the answers.
    [[nodiscard]] bool isReliable() const;

    [[nodiscard]] QStringList influencedNames() const;
    [[nodiscard]] int influencedIndex() const;
    [[nodiscard]] QStringList othersNames() const;
    [[nodiscard]] int othersIndex() const;
    [[nodiscard]] QStringList interpreterNames() const;
    [[nodiscard]] int interpreterIndex() const;
    [[nodiscard]] bool hasInterpreter() const;
    [[nodiscard]] QStringList languageNames() const;
    [[nodiscard]] int languageIndex() const;
    [[nodiscard]] QString selfReportedText() const;
    [[nodiscard]] QString trainingText() const;
    [[nodiscard]] QString reliabilityText() const;
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }

public Q_SLOTS:
    void chooseInfluenced(int index);
    void chooseOthers(int index);
    void chooseInterpreter(int index);
    void chooseLanguage(int index);

Q_SIGNALS:
    void changed();
    /// Something was written.
    void saved();

private:
    void save(ReadTalk next, base::json::Object fields);

    AppServices &m_services;
    std::optional<base::RecordId> m_record;
    ReadTalk m_talk;
    bool m_isOpen = true;
    QString m_problem;
};

} // namespace faltakt::viewmodels
