#pragma once

#include "qml/viewmodels/shell/app_services.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

class ResultContent;

/// The sheet that gives the person the own words of a result as a file to take along: what, as which kind of file, where to,
/// and a yes that is asked for. The file names nobody, and is noted in the person's file. Main thread; owned by the
/// result's page.
class HandoutViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    /// What the file will say, from the top.
    Q_PROPERTY(QStringList lines READ lines NOTIFY changed FINAL)
    Q_PROPERTY(QStringList formats READ formats NOTIFY changed FINAL)
    Q_PROPERTY(int formatIndex READ formatIndex NOTIFY changed FINAL)
    Q_PROPERTY(QStringList places READ places NOTIFY changed FINAL)
    Q_PROPERTY(int placeIndex READ placeIndex NOTIFY changed FINAL)
    Q_PROPERTY(bool isAgreed READ isAgreed NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    /// "Sparad: Dokument/sammanfattning-2025-10-17.pdf"; empty until then.
    Q_PROPERTY(QString doneText READ doneText NOTIFY changed FINAL)
public:
    /// `content` outlives this.
    HandoutViewModel(AppServices &services, base::CaseId caseId, const ResultContent &content,
                     QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const noexcept { return m_isOpen; }
    [[nodiscard]] QStringList lines() const;
    [[nodiscard]] QStringList formats() const { return {tr("PDF"), tr("Text")}; }
    [[nodiscard]] int formatIndex() const noexcept { return int(m_format); }
    [[nodiscard]] const QStringList &places() const noexcept { return m_places; }
    [[nodiscard]] int placeIndex() const noexcept { return m_place; }
    [[nodiscard]] bool isAgreed() const noexcept { return m_isAgreed; }
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }
    [[nodiscard]] const QString &doneText() const noexcept { return m_doneText; }

    /// `withScore` where the score stands beside the words just now.
    void open(bool withScore);

public Q_SLOTS:
    void chooseFormat(int index);
    void choosePlace(int index);
    /// The person says yes, or takes it back.
    void toggleAgreed();
    void save();
    void close();

Q_SIGNALS:
    void changed();

private:
    enum class Format { Pdf, Text };
    [[nodiscard]] platform::PrintedText printed() const;
    [[nodiscard]] base::Result<base::Bytes> made() const;
    [[nodiscard]] QString whatIsMissing() const;
    void note();
    void tell(const QString &problem);

    AppServices &m_services;
    base::CaseId m_caseId;
    const ResultContent &m_content;
    QStringList m_places;
    QString m_problem;
    QString m_doneText;
    Format m_format = Format::Pdf;
    int m_place = -1;
    bool m_isOpen = false;
    bool m_isAgreed = false;
    bool m_withScore = false;
};

} // namespace faltakt::viewmodels
