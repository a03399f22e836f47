package org.bulkhead.builder.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.disk.DiskReader;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.postmortem.Postmortem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why isolates died, and why a nucleus gave up. */
@Command(name = "postmortem", sortOptions = false, description = "Says why isolates died, and why a nucleus gave up: reason, stack with lines, registers, message, trace.",
        footer = {"", "Examples:",
            "  bulkhead postmortem target/bulkhead.img        the dump that the nucleus left there when it gave up",
            "  bulkhead postmortem serial.txt --death last    the last death that the console's command dump printed",
            "  bulkhead run | tee serial.txt                  how to save what the console prints"})
final class PostmortemCommand implements Callable<Integer> {
    private static final String LAST = "last";
    private static final String STANDARD_INPUT = "-";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "SOURCE",
            description = "A disk image, its .dump file, or a file with what the console printed, - for standard input; default: target/bulkhead.img.")
    private String source;

    @Option(names = "--image", paramLabel = "IMAGE", description = "The image that ran; default: SOURCE if it is one, the image beside a .dump file, else target/bulkhead.img, built if need be.")
    private Path image;

    @Option(names = "--list", description = "Only list the deaths.")
    private boolean list;

    @Option(names = "--death", paramLabel = "NUMBER|last", description = "Only this death.")
    private String death;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Postmortem found = read();
        PrintWriter out = spec.commandLine().getOut();
        Ansi ansi = spec.commandLine().getColorScheme().ansi();
        UnaryOperator<String> heading = line -> ansi.enabled() ? Ansi.Style.bold.on() + Ansi.Style.fg_red.on() + line + Ansi.Style.reset.on() : line;
        if (list) {
            out.print(json ? found.json() : found.list());
        } else if (death != null) {
            long number = number(found);
            out.print(json ? found.json(number) : found.death(number, heading));
        } else {
            out.print(json ? found.json() : found.all(heading));
        }
        out.flush();
        return 0;
    }

    private Postmortem read() {
        if (STANDARD_INPUT.equals(source)) {
            Path symbols = symbols(null);
            return Postmortem.of(System.in, symbols, Images.map(symbols), Images.rights(symbols));
        }
        Path file = source == null ? Workspace.image(BootSet.SHIPPING) : Path.of(source);
        if (!Files.isRegularFile(file)) {
            throw UserProblem.usage("SOURCE " + file + " is no file: name a disk image, a .dump file or saved output of the console");
        }
        Path symbols = symbols(file);
        return Postmortem.of(file, symbols, Images.map(symbols), Images.rights(symbols));
    }

    private Path symbols(Path file) {
        Path found = image != null ? image : file == null ? null : ownImage(file);
        if (found == null) {
            return Images.ensure(BootSet.SHIPPING, spec.commandLine().getErr());
        }
        for (Path part : new Path[] {found, Images.map(found), Images.rights(found)}) {
            if (!Files.exists(part)) {
                throw UserProblem.failure(part + " does not exist: the names of an image that ran lie beside it; name it with --image");
            }
        }
        return found;
    }

    /** Returns the image to which a source belongs, null if it does not tell. */
    private static Path ownImage(Path file) {
        if (new DiskReader(file).isDiskImage()) {
            return file;
        }
        String name = file.getFileName().toString();
        Path beside = file.resolveSibling(name.replaceFirst("\\.dump$", ""));
        return beside.equals(file) || !Files.exists(beside) ? null : beside;
    }

    private long number(Postmortem found) {
        if (death.equals(LAST)) {
            return found.last();
        }
        try {
            return Long.parseLong(death);
        } catch (NumberFormatException e) {
            throw UserProblem.usage("--death " + death + " is neither a number nor last");
        }
    }
}
