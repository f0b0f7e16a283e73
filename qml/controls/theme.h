#pragma once

#include "qml/controls/palette.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace faltakt::controls {

/// Every colour, size, pen and duration of the app, for the scheme and text size in force. The app sets the five
/// writable properties; nothing is stored here. Made by the QML engine, used on the main thread only.
class Theme : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(Scheme scheme READ scheme WRITE setScheme NOTIFY schemeChanged FINAL)
    Q_PROPERTY(qreal textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged FINAL)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY reducedMotionChanged FINAL)
    Q_PROPERTY(bool contrast READ contrast NOTIFY schemeChanged FINAL)
    Q_PROPERTY(bool dark READ dark NOTIFY schemeChanged FINAL)
    Q_PROPERTY(bool bigText READ bigText NOTIFY textScaleChanged FINAL)
    Q_PROPERTY(bool hugeText READ hugeText NOTIFY textScaleChanged FINAL)
    Q_PROPERTY(faltakt::controls::Palette palette READ palette NOTIFY schemeChanged FINAL)
    Q_PROPERTY(QColor bg READ bg NOTIFY schemeChanged FINAL)
    Q_PROPERTY(QColor surface READ surface NOTIFY schemeChanged FINAL)
    Q_PROPERTY(QColor surfaceAlt READ surfaceAlt NOTIFY schemeChanged FINAL)
    Q_PROPERTY(QColor surfaceSel READ surfaceSel NOTIFY schemeChanged FINAL)
    Q_PROPERTY(QColor text READ text NOTIFY schemeChanged FINAL)
    Q_PROPERTY(QColor textMuted READ textMuted NOTIFY schemeChanged FINAL)
    Q_PROPERTY(QColor textDisabled READ textDisabled NOTIFY schemeChanged FINAL)
    Q_PROPERTY(QColor outline READ outline NOTIFY schemeChanged FINAL)
    Q_PROPERTY(QColor divider READ divider NOTIFY schemeChanged FINAL)
    Q_PROPERTY(QColor primary READ primary NOTIFY schemeChanged FINAL)
    Q_PROPERTY(QColor primaryPressed READ primaryPressed NOTIFY schemeChanged FINAL)
    Q_PROPERTY(QColor onPrimary READ onPrimary NOTIFY schemeChanged FINAL)
    Q_PROPERTY(QColor focus READ focus NOTIFY schemeChanged FINAL)
    Q_PROPERTY(QColor onSemantic READ onSemantic NOTIFY schemeChanged FINAL)
    Q_PROPERTY(QColor training READ training NOTIFY schemeChanged FINAL)
    Q_PROPERTY(QColor onTraining READ onTraining NOTIFY schemeChanged FINAL)
    Q_PROPERTY(QColor scrim READ scrim CONSTANT FINAL)
    Q_PROPERTY(int space1 MEMBER m_space1 CONSTANT FINAL)
    Q_PROPERTY(int space2 MEMBER m_space2 CONSTANT FINAL)
    Q_PROPERTY(int space3 MEMBER m_space3 CONSTANT FINAL)
    Q_PROPERTY(int space4 MEMBER m_space4 CONSTANT FINAL)
    Q_PROPERTY(int space5 MEMBER m_space5 CONSTANT FINAL)
    Q_PROPERTY(int space6 MEMBER m_space6 CONSTANT FINAL)
    Q_PROPERTY(int space7 MEMBER m_space7 CONSTANT FINAL)
    Q_PROPERTY(int radiusChip MEMBER m_radiusChip CONSTANT FINAL)
    Q_PROPERTY(int radiusControl MEMBER m_radiusControl CONSTANT FINAL)
    Q_PROPERTY(int radiusCard MEMBER m_radiusCard CONSTANT FINAL)
    Q_PROPERTY(int radiusSheet MEMBER m_radiusSheet CONSTANT FINAL)
    Q_PROPERTY(qreal penDivider READ penDivider NOTIFY schemeChanged FINAL)
    Q_PROPERTY(qreal penControl READ penControl NOTIFY schemeChanged FINAL)
    Q_PROPERTY(qreal penChosen MEMBER m_penChosen CONSTANT FINAL)
    Q_PROPERTY(int penBar MEMBER m_penBar CONSTANT FINAL)
    Q_PROPERTY(int penFocus MEMBER m_penFocus CONSTANT FINAL)
    Q_PROPERTY(int focusGap MEMBER m_focusGap CONSTANT FINAL)
    Q_PROPERTY(int target MEMBER m_target CONSTANT FINAL)
    Q_PROPERTY(int maxText MEMBER m_maxText CONSTANT FINAL)
    Q_PROPERTY(int motionState MEMBER m_motionState CONSTANT FINAL)
    Q_PROPERTY(int motionMove READ motionMove NOTIFY reducedMotionChanged FINAL)
    Q_PROPERTY(QString fontFamily READ fontFamily CONSTANT FINAL)

public:
    enum Scheme { Light, Dark, ContrastLight, ContrastDark };
    Q_ENUM(Scheme)
    enum WidthClass { Compact, Medium, Expanded, Large };
    Q_ENUM(WidthClass)

    explicit Theme(QObject *parent = nullptr);

    Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme);
    qreal textScale() const { return m_textScale; }
    /// 1 to 2; what lies outside is brought to the nearer end.
    void setTextScale(qreal scale);
    bool reducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool reduced);

    bool contrast() const { return m_scheme == ContrastLight || m_scheme == ContrastDark; }
    bool dark() const { return m_scheme == Dark || m_scheme == ContrastDark; }
    bool bigText() const { return m_textScale >= 1.3; }
    bool hugeText() const { return m_textScale >= 1.5; }
    const Palette &palette() const { return m_palette; }

    QColor bg() const { return m_palette.colour(Palette::Background); }
    QColor surface() const { return m_palette.colour(Palette::Surface); }
    QColor surfaceAlt() const { return m_palette.colour(Palette::SurfaceAlt); }
    QColor surfaceSel() const { return m_palette.colour(Palette::SurfaceSelected); }
    QColor text() const { return m_palette.colour(Palette::Text); }
    QColor textMuted() const { return m_palette.colour(Palette::TextMuted); }
    QColor textDisabled() const { return m_palette.colour(Palette::TextDisabled); }
    QColor outline() const { return m_palette.colour(Palette::Outline); }
    QColor divider() const { return m_palette.colour(Palette::DividerLine); }
    QColor primary() const { return m_palette.colour(Palette::Primary); }
    QColor primaryPressed() const { return m_palette.colour(Palette::PrimaryPressed); }
    QColor onPrimary() const { return m_palette.colour(Palette::OnPrimary); }
    QColor focus() const { return m_palette.colour(Palette::Focus); }
    QColor onSemantic() const { return m_palette.colour(Palette::OnSemantic); }
    QColor training() const { return m_palette.colour(Palette::Training); }
    QColor onTraining() const { return m_palette.colour(Palette::OnTraining); }
    QColor scrim() const { return QColor(0, 0, 0, 122); }

    qreal penDivider() const { return contrast() ? 2 : 1; }
    qreal penControl() const;
    int motionMove() const { return m_reducedMotion ? 0 : 180; }
    QString fontFamily() const { return m_fontFamily; }

    /// Pixels at 100 % text to pixels at the present size.
    Q_INVOKABLE int scaled(qreal pixels) const;
    Q_INVOKABLE faltakt::controls::Theme::WidthClass widthClass(qreal width) const;
    /// A phone on its side: the bar becomes a rail, question and answers stand side by side.
    Q_INVOKABLE bool lowHeight(qreal height) const { return height < 480; }
    Q_INVOKABLE int margin(qreal width) const { return width < 600 ? m_space4 : m_space5; }
    /// Size, line and weight of a role at 100 %; `large` is the same role on wide pages and in self-fill.
    Q_INVOKABLE int typeSize(const QString &role, bool large = false) const;
    Q_INVOKABLE int typeLine(const QString &role, bool large = false) const;
    Q_INVOKABLE int typeWeight(const QString &role) const;

Q_SIGNALS:
    void schemeChanged();
    void textScaleChanged();
    void reducedMotionChanged();

private:
    Scheme m_scheme = Light;
    Palette m_palette;
    qreal m_textScale = 1;
    bool m_reducedMotion = false;
    QString m_fontFamily;
    int m_space1 = 4, m_space2 = 8, m_space3 = 12, m_space4 = 16, m_space5 = 24, m_space6 = 32, m_space7 = 48;
    int m_radiusChip = 6, m_radiusControl = 10, m_radiusCard = 12, m_radiusSheet = 16;
    int m_penBar = 4, m_penFocus = 3, m_focusGap = 2, m_target = 48, m_maxText = 640, m_motionState = 120;
    qreal m_penChosen = 2;
};

} // namespace faltakt::controls
