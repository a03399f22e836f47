package org.bulkhead.builder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.inspect.ImageMap;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.report.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is in an image. */
@Command(name = "inspect", sortOptions = false, description = "Says what is in an image: isolates and their rights, sections, code, and why.",
        footer = {"", "Examples:",
            "  bulkhead inspect                         isolates, rights, sections",
            "  bulkhead inspect --sizes                 bytes by class, largest first",
            "  bulkhead inspect --symbols AtaDriver     addresses of methods",
            "  bulkhead inspect --why java.lang.StringBuilder what asked for it",
            "  bulkhead inspect --address 0x4012ab      what code lies there, with its line"})
final class InspectCommand implements Callable<Integer> {
    private static final int CHAIN_LIMIT = 40;
    private static final int FOUND_LIMIT = 20;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "IMAGE", description = "The image; default: target/bulkhead.img, built if need be.")
    private Path image;

    @Option(names = "--symbols", arity = "0..1", fallbackValue = "", paramLabel = "TEXT", description = "Methods whose name contains the text, by address.")
    private String symbols;

    @Option(names = "--sizes", description = "Bytes of code and of objects by class.")
    private boolean sizes;

    @Option(names = "--why", paramLabel = "METHOD|OBJECT", description = "What first asked for the methods, classes and fields whose name contains the text.")
    private String why;

    @Option(names = "--address", paramLabel = "ADDRESS", description = "The method and line at a code address, hexadecimal; may be given several times.")
    private List<String> addresses;

    @Override
    public Integer call() throws IOException {
        Path file = image == null ? Images.ensure(BootSet.SHIPPING, spec.commandLine().getErr()) : image;
        for (Path part : List.of(file, Images.map(file), Images.rights(file))) {
            if (!Files.exists(part)) {
                throw UserProblem.failure(part + " does not exist: build the image with bulkhead image");
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        ImageMap map = ImageMap.read(Images.map(file));
        boolean asked = false;
        if (symbols != null) {
            asked = true;
            printSymbols(map, out);
        }
        if (sizes) {
            asked = true;
            printSizes(map, out);
        }
        if (why != null) {
            asked = true;
            printWhy(map, out);
        }
        if (addresses != null) {
            asked = true;
            addresses.forEach(address -> out.println(address + " " + map.describe(parse(address))));
        }
        if (!asked) {
            printOverview(file, map, out);
        }
        out.flush();
        return 0;
    }

    private static void printOverview(Path file, ImageMap map, PrintWriter out) throws IOException {
        TextTable isolates = new TextTable("#", "isolate", "class", "rights");
        for (String line : Files.readAllLines(Images.rights(file))) {
            isolates.row((Object[]) line.split("\t", 4));
        }
        TextTable sections = new TextTable("section", "address", "bytes");
        map.sections().forEach(section -> sections.row(section.name(), "0x" + Integer.toHexString(section.address()), String.format("%,d", section.size())));
        out.print(isolates);
        out.println();
        out.print(sections);
        out.printf("%n%,d methods, %,d classes with code or objects%n", map.methods().size(), map.classes().size());
    }

    private void printSymbols(ImageMap map, PrintWriter out) {
        TextTable table = new TextTable("address", "bytes", "world", "method");
        map.methods().stream().filter(method -> method.name().contains(symbols))
                .forEach(method -> table.row("0x" + Integer.toHexString(method.address()), method.size(), method.world(), method.name()));
        out.print(table);
    }

    private static void printSizes(ImageMap map, PrintWriter out) {
        TextTable table = new TextTable("class", "code bytes", "objects", "object bytes");
        map.classes().stream().sorted(Comparator.comparingInt((ImageMap.ClassSize size) -> size.codeBytes() + size.objectBytes()).reversed())
                .forEach(size -> table.row(size.name(), size.codeBytes(), size.objects(), size.objectBytes()));
        out.print(table);
    }

    private void printWhy(ImageMap map, PrintWriter out) {
        Map<String, List<String>> found = map.why(why.replace('/', '.'));
        if (found.isEmpty()) {
            throw UserProblem.failure("nothing in the image has a name that contains " + why + "; names look like java.util.HashMap.put");
        }
        found.entrySet().stream().limit(FOUND_LIMIT).forEach(entry -> {
            List<String> path = entry.getValue();
            out.println(path.get(0));
            path.stream().skip(1).limit(CHAIN_LIMIT).forEach(step -> out.println("    because of " + step));
            if (path.size() > CHAIN_LIMIT) {
                out.println("    … and " + (path.size() - CHAIN_LIMIT) + " more");
            }
        });
        if (found.size() > FOUND_LIMIT) {
            out.println("… and " + (found.size() - FOUND_LIMIT) + " more names that contain " + why);
        }
    }

    private static int parse(String address) {
        try {
            return Integer.parseUnsignedInt(address.startsWith("0x") ? address.substring(2) : address, 16);
        } catch (NumberFormatException e) {
            throw UserProblem.usage("--address " + address + " is no hexadecimal number");
        }
    }
}
