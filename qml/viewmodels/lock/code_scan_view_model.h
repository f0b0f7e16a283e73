#pragma once

#include "platform/api/code_scanner.h"
#include "qml/viewmodels/shell/app_services.h"

#include <QImage>
#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// The page on which a code from the office is held before the camera. It looks until the code that is wanted is found; any
/// other one is told and passed over. The camera is on only while the page lies open, is in sight, and not for ever. No
/// picture outlives the page. Main thread.
class CodeScanViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// Scanning is worth a button on this device.
    Q_PROPERTY(bool canScan READ canScan NOTIFY changed FINAL)
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(bool isOn READ isOn NOTIFY changed FINAL)
    /// What to do now, or what is waited for.
    Q_PROPERTY(QString guide READ guide NOTIFY changed FINAL)
    /// What went wrong and what to do then; empty otherwise.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    /// For those who do not see the page: said whenever it becomes another.
    Q_PROPERTY(QString announcement READ announcement NOTIFY announcementChanged FINAL)
public:
    /// A camera is not left on by somebody who has gone.
    static constexpr std::chrono::minutes LongestLook{3};

    /// Whether this is the code that is looked for; it has been used then.
    using Taker = std::function<bool(const std::string &)>;

    CodeScanViewModel(AppServices &services, Taker take);
    ~CodeScanViewModel() override;

    [[nodiscard]] bool canScan() const { return m_services.scanner.mayHaveCamera(); }
    [[nodiscard]] bool isOpen() const noexcept { return m_state != State::Closed; }
    /// The camera is on, or about to be.
    [[nodiscard]] bool isOn() const noexcept { return m_state == State::Starting || m_state == State::Looking; }
    [[nodiscard]] QString guide() const;
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }
    [[nodiscard]] QString announcement() const;
    /// What the camera sees now; null where it sees nothing.
    [[nodiscard]] const QImage &picture() const noexcept { return m_picture; }

public Q_SLOTS:
    void open();
    void close();
    /// Once more after a fault or a pause.
    void start();

Q_SIGNALS:
    void changed();
    void announcementChanged();
    void pictureChanged();

private:
    enum class State {
        Closed,   ///< The page is not there.
        Starting, ///< Waits for the camera's first picture.
        Looking,  ///< Waits for a code in sight.
        Stopped,  ///< The camera is off, for the reason that `problem` tells; waits for the worker.
    };

    void show(const platform::GreyPicture &picture);
    void take(const std::string &text);
    void stop(State state, const QString &problem);
    void set(State state, const QString &problem);
    void onApplicationState(Qt::ApplicationState state);

    AppServices &m_services;
    Taker m_take;
    State m_state = State::Closed;
    QString m_problem;
    QString m_announced;
    QImage m_picture;
    QTimer m_pause{this}; ///< Single shot.
};

} // namespace faltakt::viewmodels
