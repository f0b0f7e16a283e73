#include "qml/app/app_options.h"

#include "core/base/answer_words.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

#include <cstdio>
#include <cstdlib>
#include <span>

namespace faltakt::app {

namespace {

constexpr int WrongUsage = 2;

[[noreturn]] void refuse(const QString &words)
{
    std::fprintf(stderr, "faltakt: %s See faltakt --help.\n", base::answerWords(words.toStdString()).c_str());
    std::exit(WrongUsage);
}

} // namespace

AppOptions readOptions(int argumentCount, char **argumentValues)
{
    using Option = QCommandLineOption;
    const Option data(QStringLiteral("data"), QStringLiteral("The folder of this device's stores."),
                      QStringLiteral("DIR"));
    const Option demo(QStringLiteral("demo"), QStringLiteral("Training: invented people, no network, nothing kept."));
    const Option selfTest(QStringLiteral("self-test"), QStringLiteral("Loads every screen; any warning fails."));
    const Option gallery(QStringLiteral("gallery"), QStringLiteral("Shows every control in every state."));
    const Option tour(QStringLiteral("tour"), QStringLiteral("Writes pictures of every screen into DIR."),
                      QStringLiteral("DIR"));
    const Option scene(QStringLiteral("scene"), QStringLiteral("Only this scene of the tour (may be repeated)."),
                       QStringLiteral("NAME"));
    const Option look(QStringLiteral("look"), QStringLiteral("Only this look of the tour, such as phone-dark."),
                      QStringLiteral("NAME"));
    const Option pinFile(QStringLiteral("pin-file"), QStringLiteral("With --data and --tour: the passphrase."),
                         QStringLiteral("FILE"));
    const Option untilShown(QStringLiteral("until-shown"),
                            QStringLiteral("Says when the first picture stands, and ends; to measure the start."));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Field app for social workers in addiction care."));
    parser.addHelpOption();
    parser.addOptions({data, demo, selfTest, gallery, tour, scene, look, pinFile, untilShown});
    QStringList words;
    for (const char *word : std::span(argumentValues, std::size_t(argumentCount)))
        words += QString::fromLocal8Bit(word);
    if (!parser.parse(words)) {
        const QStringList unknown = parser.unknownOptionNames();
        refuse(unknown.isEmpty() ? parser.errorText()
                                 : QString::fromStdString(
                                     "There is " + base::noSuchWord("option", unknown.front().toStdString()) + '.'));
    }
    if (parser.isSet(QStringLiteral("help"))) {
        const QCoreApplication named(argumentCount, argumentValues);
        parser.showHelp();
    }
    if (!parser.positionalArguments().isEmpty())
        refuse(QStringLiteral("It takes options only."));

    AppOptions options;
    options.data =
        parser.isSet(data) ? parser.value(data) : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    options.isOwnDevice = parser.isSet(data);
    options.pinFile = parser.value(pinFile);
    options.isTraining = parser.isSet(demo);
    options.isSelfTest = parser.isSet(selfTest);
    options.endsWhenShown = parser.isSet(untilShown);
    options.isGallery = parser.isSet(gallery);
    if (parser.isSet(tour))
        options.tour = parser.value(tour);
    options.scenes = parser.values(scene);
    options.looks = parser.values(look);
    for (const Option &folder : {data, tour})
        if (parser.isSet(folder) && parser.value(folder).isEmpty())
            refuse(QStringLiteral("The name of the folder is empty."));
    if (options.isTraining && parser.isSet(data))
        refuse(QStringLiteral("--demo keeps nothing, so it takes no --data."));
    if (options.tour && options.isOwnDevice && options.pinFile.isEmpty())
        refuse(QStringLiteral("A tour through a device of your own wants --pin-file FILE."));
    return options;
}

} // namespace faltakt::app
