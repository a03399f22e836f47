package org.bulkhead.builder.postmortem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.disk.DiskReader;
import org.bulkhead.builder.report.JsonFile;

/** What is left of isolates that died, and of a nucleus that gave up, with the names of the image that ran. */
public final class Postmortem {
    private static final int LOG_LINES = 20;
    private static final int TRACE_LINES = 20;

    private final Remains remains;
    private final List<Finding> findings;

    private Postmortem(Remains remains, Symbols symbols) {
        this.remains = remains;
        findings = remains.deaths().stream().map(death -> Finding.of(death, symbols)).toList();
    }

    /** Returns where a dump is kept that was found on a copy of an image. */
    public static Path dumpFile(Path image) {
        return image.resolveSibling(image.getFileName() + ".dump");
    }

    /**
     * Keeps, beside an image, the dump that a machine with a copy of it has left on that; does nothing if there is none.
     *
     * @param disk the copy
     * @return whether there was one
     */
    public static boolean keepDump(Path disk, Path image) {
        byte[] dump = new DiskReader(disk).dump().filter(NucleusDump::begins).orElse(null);
        if (dump == null) return false;
        try {
            Files.write(dumpFile(image), dump);
            return true;
        } catch (IOException e) {
            throw UserProblem.failure("cannot write " + dumpFile(image) + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a file: a disk image with a dump, or with one beside it; a dump; or text with death records.
     *
     * @param image whose names are used; it must be the image that ran
     * @throws UserProblem if the file holds nothing, is damaged, or belongs to another image
     */
    public static Postmortem of(Path file, Path image, Path map, Path rights) {
        return of(read(file), image, map, rights);
    }

    /**
     * Reads text with death records to its end.
     *
     * @param image whose names are used; it must be the image that ran
     * @throws UserProblem if the text holds none, or a damaged one, or belongs to another image
     */
    public static Postmortem of(InputStream text, Path image, Path map, Path rights) {
        try {
            return of(RecordText.read("standard input", new String(text.readAllBytes(), StandardCharsets.ISO_8859_1)), image, map, rights);
        } catch (IOException e) {
            throw UserProblem.failure("cannot read standard input: " + e.getMessage(), e);
        }
    }

    private static Postmortem of(Remains remains, Path image, Path map, Path rights) {
        if (!new DiskReader(image).isDiskImage()) {
            throw UserProblem.usage("--image " + image + " is no disk image of Bulkhead: build one with bulkhead image");
        }
        Symbols symbols = Symbols.read(image, map, rights);
        remains.image().ifPresent(number -> {
            if (number != symbols.number()) {
                throw UserProblem.failure(String.format("%s is of image 0x%x, and %s is image 0x%x: name the image that ran with --image", remains.source(), number, image, symbols.number()));
            }
        });
        return new Postmortem(remains, symbols);
    }

    private static Remains read(Path file) {
        try {
            DiskReader disk = new DiskReader(file);
            if (disk.isDiskImage()) {
                byte[] dump = disk.dump().orElseThrow();
                Path kept = dumpFile(file);
                return NucleusDump.begins(dump) || !Files.exists(kept) ? NucleusDump.read(file.toString(), dump) : NucleusDump.read(kept.toString(), Files.readAllBytes(kept));
            }
            byte[] bytes = Files.readAllBytes(file);
            return NucleusDump.begins(bytes) ? NucleusDump.read(file.toString(), bytes) : RecordText.read(file.toString(), new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw UserProblem.failure("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Returns the number of the last death. Throws UserProblem if there is none. */
    public long last() {
        if (findings.isEmpty()) {
            throw UserProblem.failure(remains.source() + " holds no death");
        }
        return findings.get(findings.size() - 1).number();
    }

    private Finding numbered(long number) {
        return findings.stream().filter(each -> each.number() == number).findFirst()
            .orElseThrow(() -> UserProblem.failure(remains.source() + " holds no death number " + number + ": say --list for those that it holds"));
    }

    /** Returns a table of the deaths. */
    public String list() {
        return new FindingText(UnaryOperator.identity()).list(findings).toString();
    }

    /** Returns one death for people, with headings marked by {@code heading}. Throws UserProblem if there is none of that number. */
    public String death(long number, UnaryOperator<String> heading) {
        return new FindingText(heading).death(numbered(number)).toString();
    }

    /** Returns everything for people: of a dump why the nucleus gave up, then all deaths. */
    public String all(UnaryOperator<String> heading) {
        FindingText text = new FindingText(heading);
        if (remains.dump() != null) {
            text.dump(remains.dump(), LOG_LINES, TRACE_LINES);
        }
        findings.forEach(text::death);
        return text.toString();
    }

    /** Returns everything for programs. */
    public String json() {
        return json(findings);
    }

    /** Returns one death for programs. Throws UserProblem if there is none of that number. */
    public String json(long number) {
        return json(List.of(numbered(number)));
    }

    private String json(List<Finding> deaths) {
        Map<String, Object> everything = new LinkedHashMap<>();
        everything.put("source", remains.source());
        everything.put("image", remains.image().isPresent() ? String.format("0x%x", remains.image().getAsInt()) : null);
        everything.put("dump", remains.dump());
        everything.put("deaths", deaths);
        return JsonFile.text(everything);
    }
}
