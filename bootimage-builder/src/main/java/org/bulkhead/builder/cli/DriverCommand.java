package org.bulkhead.builder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bulkhead.builder.ImageClassPath;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.driver.DriverCheck;
import org.bulkhead.builder.driver.DriverProject;
import org.bulkhead.builder.driver.DriverReport;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.report.JsonFile;
import org.bulkhead.builder.report.TextTable;
import org.bulkhead.vm.compiler.source.ClassPathSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What helps the authors of drivers. */
@Command(name = "driver", sortOptions = false, synopsisSubcommandLabel = "COMMAND", description = "Helps to write drivers, servers and programs.",
        subcommands = {DriverCommand.New.class, DriverCommand.Check.class},
        footer = {"", "Examples:",
            "  bulkhead driver new palette --directory ~/palette",
            "  bulkhead driver check ~/palette/target/palette.jar",
            "  bulkhead driver check --json org.bulkhead.drivers.uart.UartDriver"})
final class DriverCommand extends CommandGroup {
    /** Makes a project. */
    @Command(name = "new", sortOptions = false,
            description = "Makes a project outside of Bulkhead: a driver that works, a program that uses it, tests on the desk and in Bochs.",
            footer = {"", "Examples:",
                "  bulkhead driver new palette                              in the new folder palette",
                "  bulkhead driver new my-disk --directory ~/disk --package com.example.disk"})
    static final class New implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "NAME", description = "Name of the driver: 1 to 10 characters a-z, 0-9 and -.")
        private String name;

        @Option(names = "--directory", paramLabel = "DIR", description = "Folder for the project, new or empty; default: the name.")
        private Path directory;

        @Option(names = "--package", paramLabel = "PACKAGE", description = "Package of its classes; default: org.example and the name.")
        private String packageName;

        @Override
        public Integer call() {
            DriverProject project = new DriverProject(name, packageName);
            Path folder = directory == null ? Path.of(name) : directory;
            PrintWriter out = spec.commandLine().getOut();
            project.write(folder).forEach(file -> out.println(folder.resolve(file)));
            out.println();
            out.println("Next: scripts/install, once, then in " + folder + ": mvn verify. README.md there says more.");
            out.flush();
            return 0;
        }
    }

    /** Reports on a driver. */
    @Command(name = "check", sortOptions = false,
            description = "Compares the rights that a driver's manifest states with those that its code asks for, and says what the driver costs.",
            footer = {"", "Exit status: 0 if an image can be made with it, be there warnings or not; 1 if there are errors.", "", "Examples:",
                "  bulkhead driver check mydriver.jar                       with the isolates that every image has",
                "  bulkhead driver check org.bulkhead.drivers.ata.AtaDriver one that the image has already",
                "  bulkhead driver check --json mydriver.jar                for programs"})
    static final class Check implements Callable<Integer> {
        private static final int CLASSES_SHOWN = 25;

        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "CLASS|JAR", description = "A jar with isolates, or the name of the class of an isolate of Bulkhead.")
        private String what;

        @Option(names = "--set", paramLabel = "NAME", defaultValue = "shipping",
                description = "The system around it: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
        private BootSet set;

        @Option(names = "--json", description = "Print JSON instead of tables.")
        private boolean json;

        @Option(names = "--all", description = "Show all classes of the JDK that it brings into the image, not only the largest.")
        private boolean all;

        @Override
        public Integer call() throws IOException {
            boolean jar = what.endsWith(".jar") || Files.exists(Path.of(what));
            List<Path> jars = jar ? List.of(Path.of(what)) : List.of();
            List<String> checked = jar ? AddedPrograms.in(Path.of(what)) : List.of(known(what));
            DriverReport report = new DriverCheck(jars, set.classNames(), checked).run(new TerminalProgress(spec.commandLine().getErr()));
            PrintWriter out = spec.commandLine().getOut();
            out.print(json ? JsonFile.text(report) : text(report));
            out.flush();
            return report.errors().isEmpty() ? 0 : CommandLineTool.FAILED;
        }

        private static String known(String className) throws IOException {
            try (ClassPathSource source = new ClassPathSource(ImageClassPath.with(List.of()))) {
                if (source.find(className.replace('.', '/')) == null) {
                    throw UserProblem.usage(className + " is neither a jar nor a class of Bulkhead: name a jar, or a class with its package, like org.bulkhead.drivers.uart.UartDriver");
                }
                return className;
            }
        }

        private String text(DriverReport report) {
            StringBuilder text = new StringBuilder();
            TextTable isolates = new TextTable("isolate", "class", "heap limit", "methods reached");
            report.isolates().forEach(each -> isolates.row(each.name(), each.className(), each.heapBytes() / 1024 + " K", number(each.methods())));
            text.append(isolates).append('\n');
            if (!report.rights().isEmpty()) {
                TextTable rights = new TextTable("isolate", "right", "state", "stated at", "asked for at");
                report.rights().forEach(each -> rights.row(each.isolate(), each.right(), each.state().name().toLowerCase(Locale.ROOT), dash(each.stated()),
                    dash(String.join(", ", each.asked()))));
                text.append(rights).append('\n');
            }
            DriverReport.Size with = report.cost().with();
            DriverReport.Size without = report.cost().without();
            text.append(new TextTable("image", "with", "without", "cost")
                .row("bytes", number(with.imageBytes()), number(without.imageBytes()), number(with.imageBytes() - without.imageBytes()))
                .row("methods", number(with.methods()), number(without.methods()), number(with.methods() - without.methods()))
                .row("classes", number(with.classes()), number(without.classes()), number(with.classes() - without.classes()))).append('\n');
            appendClasses(text, report.classes());
            report.errors().forEach(each -> text.append("error: ").append(each).append('\n'));
            report.warnings().forEach(each -> text.append("warning: ").append(each).append('\n'));
            return text.append(report.errors().size()).append(" errors, ").append(report.warnings().size()).append(" warnings\n").toString();
        }

        private void appendClasses(StringBuilder text, List<DriverReport.JdkClass> classes) {
            if (classes.isEmpty()) {
                text.append("It brings no class of the JDK into the image that is not there without it.\n\n");
                return;
            }
            TextTable table = new TextTable("class of the JDK only it brings", "code bytes", "object bytes", "because of");
            classes.stream().limit(all ? classes.size() : CLASSES_SHOWN)
                .forEach(each -> table.row(each.name(), number(each.codeBytes()), number(each.objectBytes()), each.because()));
            text.append(table);
            if (!all && classes.size() > CLASSES_SHOWN) {
                text.append("… and ").append(classes.size() - CLASSES_SHOWN).append(" smaller ones; --all shows them\n");
            }
            text.append('\n');
        }

        private static String dash(String text) {
            return text.isEmpty() ? "-" : text;
        }

        private static String number(long value) {
            return String.format(Locale.ROOT, "%,d", value);
        }
    }
}
