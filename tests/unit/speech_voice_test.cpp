// The real voice and its stand-in keep the same promises, whichever voices this machine has.
#include "platform/fake/fake_voice.h"
#include "platform/speech/qt_voice.h"
#include "tests/support/catch.h"

#include <QGuiApplication>

using namespace faltakt::platform;

namespace {

void ensureApplication()
{
    static int count = 1;
    static char name[] = "unit_speech";
    static char *arguments[] = {name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static auto *const application = new QGuiApplication(count, arguments);
    static_cast<void>(application);
}

/// No engine has a voice for it: a tag of the range that nobody may give to a language.
constexpr const char *NoLanguage = "qaa";

} // namespace

TEMPLATE_TEST_CASE("a voice offers no language that it cannot be heard in, and goes silent whenever it is told", "",
                   QtVoice, FakeVoice)
{
    ensureApplication();
    TestType voice;
    CHECK_FALSE(voice.canSpeak(NoLanguage));
    CHECK_FALSE(voice.canSpeak({}));
    voice.say("text", NoLanguage);
    voice.stop();
    CHECK(voice.canSpeak("sv") == voice.canSpeak("sv"));
}

TEST_CASE("the stand-in says what it is given in a language that it knows, and remembers it")
{
    FakeVoice voice({"sv"});
    voice.say("Hur mår du?", "sv");
    CHECK(voice.isSpeaking());
    voice.say("How are you?", "en");
    CHECK_FALSE(voice.isSpeaking());
    CHECK(voice.said() == std::vector<std::string>{"Hur mår du?"});
}
