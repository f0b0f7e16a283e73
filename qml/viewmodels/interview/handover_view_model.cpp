#include "qml/viewmodels/interview/handover_view_model.h"

#include "core/screening/form_languages.h"
#include "qml/viewmodels/interview/language_names.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace faltakt::viewmodels {

using Step = HandoverOrder::Step;

namespace {

/// A, A+ and A++.
constexpr std::array TextScales{1.0, 1.5, 2.0};

InterviewOrder personsOrder(InterviewOrder order)
{
    order.hand = Hand::Person;
    return order;
}

HandoverOrder filled(HandoverOrder order, const AppSettings &settings)
{
    if (order.language.empty())
        order.language = settings.language().toStdString();
    if (order.textScale < TextScales.front())
        order.textScale = settings.textScale();
    return order;
}

} // namespace

HandoverViewModel::HandoverViewModel(AppServices &services, HandoverOrder order)
    : m_services(services), m_order(filled(std::move(order), services.settings)),
      m_interview(services, personsOrder(m_order.interview)), m_gate(m_interview.gate()), m_confirm(services),
      m_talk(services)
{
    m_stage = m_order.step == Step::Preparing ? Stage::Preparing
              : m_order.step == Step::Handed  ? Stage::Greeting
                                              : Stage::Returned;
    m_interview.askIn(m_order.language);
    connect(&m_interview, &InterviewViewModel::shown, this, &HandoverViewModel::onInterview);
    connect(&m_interview, &InterviewViewModel::placeChanged, this, &HandoverViewModel::placeChanged);
    connect(&m_interview, &InterviewViewModel::loadingChanged, this, [this] { setLoading(m_interview.isLoading()); });
    if (m_gate)
        connect(m_gate, &ProtectedGate::changed, this, &HandoverViewModel::onGate);
    connect(&services.settings, &AppSettings::languageChanged, this, &HandoverViewModel::changed);
}

HandoverViewModel::~HandoverViewModel() { endLook(); }

void HandoverViewModel::load()
{
    showLook();
    m_interview.load();
    if (m_stage == Stage::Returned)
        readTalkFacts();
}

void HandoverViewModel::clear()
{
    m_confirm.cancel();
    m_talk.clear();
    m_interview.clear();
    m_isBeforeEyes = false;
    // The lock is the worker's.
    endLook();
    setLoading(true);
    Q_EMIT changed();
}

std::optional<PagePlace> HandoverViewModel::place() const
{
    HandoverOrder order = m_order;
    order.interview = interviewOrder();
    order.step = isHanded() ? Step::Handed : m_stage == Stage::Preparing ? Step::Preparing : Step::Returned;
    return handoverPlace(order);
}

/// Where the gate of a protected person stands right behind the lock, the worker, who has just unlocked, is alone with it: she
/// must be able to leave.
bool HandoverViewModel::isSealed() const { return isHanded() && (m_isBeforeEyes || !(m_gate && m_gate->isShut())); }

/// The file can become protected while the person answers: she is thanked, and sees nothing of the gate.
void HandoverViewModel::onGate()
{
    if (isHanded() && m_isBeforeEyes && m_gate->isShut())
        setStage(Stage::Thanks);
    Q_EMIT sealChanged();
}

InterviewOrder HandoverViewModel::interviewOrder() const
{
    InterviewOrder order = m_order.interview;
    order.assessment = m_interview.answersPlace().record;
    order.scratch = m_interview.answersPlace().scratch;
    return order;
}

void HandoverViewModel::setStage(Stage stage)
{
    if (m_stage == stage)
        return;
    m_stage = stage;
    Q_EMIT changed();
    Q_EMIT sealChanged();
    Q_EMIT placeChanged();
    Q_EMIT longTalkChanged();
}

void HandoverViewModel::showLook()
{
    if (!isHanded())
        return endLook();
    m_isLent = true;
    // A language that only the form has: around the questions the app speaks its worker's.
    const QString chosen = QString::fromStdString(m_order.language);
    const bool isAppLanguage = chosen == QLatin1String("sv") || chosen == QLatin1String("en");
    m_services.settings.lend({isAppLanguage ? chosen : m_services.settings.language(), m_order.textScale});
}

void HandoverViewModel::endLook()
{
    if (std::exchange(m_isLent, false))
        m_services.settings.takeBack();
}

void HandoverViewModel::onInterview()
{
    m_isBeforeEyes = m_isBeforeEyes || m_interview.questionnaire() != nullptr;
    if (m_stage == Stage::Asking && isComplete())
        setStage(Stage::Thanks);
    else
        Q_EMIT changed();
}

std::vector<std::string> HandoverViewModel::languages() const
{
    const screening::Questionnaire *form = m_interview.questionnaire();
    return form ? screening::formLanguages(*form) : std::vector<std::string>();
}

QString HandoverViewModel::title() const { return m_interview.title(); }

QStringList HandoverViewModel::languageNames() const { return ownLanguageNames(languages()); }

int HandoverViewModel::languageIndex() const
{
    const auto all = languages();
    const auto place = std::ranges::find(all, m_order.language);
    return place == all.end() ? -1 : int(place - all.begin());
}

QStringList HandoverViewModel::sizeNames() const
{
    return {QStringLiteral("A"), QStringLiteral("A+"), QStringLiteral("A++")};
}

int HandoverViewModel::sizeIndex() const
{
    const auto nearest =
        std::ranges::min_element(TextScales, {}, [this](double scale) { return std::abs(scale - m_order.textScale); });
    return int(nearest - TextScales.begin());
}

QString HandoverViewModel::greeting() const
{
    const int count = m_interview.questionCount();
    return count == 0 ? QString() : tr("Här kommer %n frågor. Du väljer själv vad du vill svara på.", nullptr, count);
}

QString HandoverViewModel::answeredText() const
{
    const int count = m_interview.questionCount();
    if (count == 0)
        return {};
    if (!hasAnswers())
        return tr("Personen har inte svarat på någon fråga.");
    return isComplete() ? tr("Personen har gått igenom alla frågor.")
                        : tr("Personen har gått igenom %1 av %2 frågor. Svaren är sparade.")
                              .arg(m_interview.answeredCount())
                              .arg(count);
}

/// What is left then is the interviewer's own.
bool HandoverViewModel::isComplete() const
{
    using Asked = InterviewViewModel::Stage;
    return m_interview.stage() == Asked::Done || m_interview.stage() == Asked::Waiting;
}

bool HandoverViewModel::isRightToLeft() const { return isWrittenRightToLeft(m_order.language); }

void HandoverViewModel::chooseLanguage(int index)
{
    const auto all = languages();
    if (index < 0 || index >= int(all.size()))
        return;
    m_order.language = all[std::size_t(index)];
    m_interview.askIn(m_order.language);
    showLook();
    Q_EMIT changed();
    Q_EMIT placeChanged();
}

void HandoverViewModel::chooseSize(int index)
{
    if (index < 0 || index >= int(TextScales.size()))
        return;
    m_order.textScale = TextScales[std::size_t(index)];
    showLook();
    Q_EMIT changed();
    Q_EMIT placeChanged();
}

void HandoverViewModel::stepBack()
{
    if (isHanded())
        return askForReturn();
    if (m_stage == Stage::Returned)
        return finish();
    goOnAsTalk();
}

void HandoverViewModel::handOver()
{
    if (isHanded() || isLoading() || isComplete())
        return;
    setStage(Stage::Greeting);
    showLook();
}

void HandoverViewModel::begin()
{
    if (m_stage != Stage::Greeting || isLoading() || !m_interview.questionnaire())
        return;
    setStage(isComplete() ? Stage::Thanks : Stage::Asking);
}

void HandoverViewModel::askForReturn()
{
    if (isHanded())
        m_confirm.ask({.title = tr("Ta tillbaka surfplattan"),
                       .text = tr("Bara den som lämnade surfplattan kan gå vidare. Svaren är sparade."),
                       .freshness = ConfirmViewModel::Freshness::AlwaysAsk},
                      [this] { takeBack(); });
}

void HandoverViewModel::takeBack()
{
    setStage(Stage::Returned);
    showLook();
    readTalkFacts();
}

void HandoverViewModel::readTalkFacts()
{
    // Of answers that are nobody's, how the talk was is asked where they come into a file.
    const auto record = m_interview.answersPlace().record;
    if (!record)
        return;
    m_services.workspace.read<ReadTalk>(
        this,
        [record = *record](OpenStore &store) -> base::Result<ReadTalk> {
            TRY(const auto view, store.cases.record(record));
            return view ? readTalk(view->fields) : ReadTalk();
        },
        [this, record](const base::Result<ReadTalk> &read) {
            if (read)
                m_talk.show(record, *read);
        });
}

void HandoverViewModel::showResult()
{
    if (m_stage != Stage::Returned || !isComplete() || !hasAnswers())
        return;
    const InterviewPlace answers = m_interview.answersPlace();
    m_services.router.replaceTop();
    if (answers.scratch)
        m_services.router.openScratchResult(*answers.scratch);
    else
        m_services.router.openResult(*m_order.interview.caseId, *answers.record);
}

void HandoverViewModel::goOnAsTalk()
{
    if (isHanded())
        return;
    m_services.router.replaceTop();
    m_services.router.openInterview(interviewOrder());
}

void HandoverViewModel::mainAction()
{
    if (m_stage == Stage::Preparing)
        handOver();
    else if (m_stage == Stage::Returned)
        finish();
}

} // namespace faltakt::viewmodels
