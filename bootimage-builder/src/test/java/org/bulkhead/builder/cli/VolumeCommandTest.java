package org.bulkhead.builder.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bulkhead.builder.disk.DiskImage;
import org.bulkhead.builder.disk.DiskReader;
import org.bulkhead.builder.disk.KernelImageFile;
import org.bulkhead.builder.volume.ImageVolume;
import org.bulkhead.builder.volume.VolumeContents;
import org.bulkhead.isolate.protocol.FileInformation;
import org.bulkhead.vm.linker.Closure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files get into the volume of an image and out of it again, also by mtools; what cannot be done is one line, and the image is as it was. */
class VolumeCommandTest {
    private static final int MEGABYTES = 16;
    private static final int VOLUME_ENTRY = 446 + 32;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;
    private Path image;

    @BeforeEach
    void build() {
        image = folder.resolve("test.img");
        disk().with(VolumeContents.of(MEGABYTES)).write(image);
    }

    private static DiskImage disk() {
        return DiskImage.of(KernelImageFile.of(List.of()));
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return CommandLineTool.printingTo(new PrintWriter(out), new PrintWriter(err), Runtime.version().feature()).run(arguments);
    }

    private void assertRuns(String... arguments) {
        assertEquals(0, run(arguments), err::toString);
    }

    private void assertRefused(int status, String message, String... arguments) throws IOException {
        byte[] before = Files.readAllBytes(image);
        assertEquals(status, run(arguments), err::toString);
        assertEquals("bulkhead: " + message + "\n", err.toString());
        assertArrayEquals(before, Files.readAllBytes(image), "the image has changed");
    }

    private Path file(String name, int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Files.write(folder.resolve(name), bytes);
    }

    private String mtool(String... command) throws IOException, InterruptedException {
        long start;
        try (InputStream in = Files.newInputStream(image)) {
            ByteBuffer sector = ByteBuffer.wrap(in.readNBytes(DiskImage.SECTOR_SIZE)).order(ByteOrder.LITTLE_ENDIAN);
            start = Integer.toUnsignedLong(sector.getInt(VOLUME_ENTRY + 8)) * DiskImage.SECTOR_SIZE;
        }
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(1, List.of("-i", image + "@@" + start));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), text);
        return text;
    }

    @Test
    void theVolumeIsAPartitionThatOthersRead() throws Exception {
        assertTrue(new DiskReader(image).isDiskImage());
        assertEquals(0, Files.size(image) % (16 * 63 * DiskImage.SECTOR_SIZE), "whole cylinders");
        String listed = mtool("mdir", "-/", "-b", "::");
        assertEquals("::/README.TXT\n::/modules/\n::/system/\n", listed.lines().sorted().reduce("", (all, line) -> all + line + "\n"));
        assertTrue(mtool("mtype", "::README.TXT").contains("This is the system volume of a Bulkhead image."));
        byte[] first = Files.readAllBytes(image);
        build();
        assertArrayEquals(first, Files.readAllBytes(image), "equal contents, equal bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 257, 2047})
    void volumesOfAllSizesAreReadByOthersAndTakeNoRoomOnTheHost(int megabytes) throws Exception {
        disk().with(VolumeContents.of(megabytes)).write(image);
        assertTrue(Files.size(image) > (long) megabytes << 20);
        Process du = new ProcessBuilder("du", "-k", image.toString()).start();
        assertTrue(Long.parseLong(new String(du.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).split("\t")[0]) < 2_000, "the file is sparse");
        try (ImageVolume volume = ImageVolume.open(image)) {
            volume.put("/modules/large", new byte[1_000_000]);
        }
        Path copy = folder.resolve("copy");
        mtool("mcopy", "::modules/large", copy.toString());
        assertArrayEquals(new byte[1_000_000], Files.readAllBytes(copy));
    }

    @Test
    void filesGoInAndComeOut() throws Exception {
        Path jar = UserCode.jar(folder.resolve("printer with a long name.jar"), "a/B.class", new byte[5_000]);
        Path other = file("Module.sealed", 100_000);
        assertRuns("install", jar.toString(), other.toString(), "--image", image.toString(), "--to", "/modules/mine");
        assertTrue(out.toString().contains("/modules/mine/Module.sealed: 100000 bytes"), out::toString);
        Path copy = folder.resolve("copy");
        mtool("mcopy", "::modules/mine/Module.sealed", copy.toString());
        assertArrayEquals(Files.readAllBytes(other), Files.readAllBytes(copy));
        Path back = folder.resolve("back.jar");
        assertRuns("volume", "get", "/modules/mine/printer with a long name.jar", back.toString(), "--image", image.toString());
        assertArrayEquals(Files.readAllBytes(jar), Files.readAllBytes(back));
        assertRuns("volume", "put", file("Module.sealed", 7).toString(), "/modules/mine/Module.sealed", "--image", image.toString());
        mtool("mcopy", copy.toString(), "::by others.bin");
        assertRuns("volume", "list", "--image", image.toString());
        assertTrue(out.toString().contains("    100000  20") && out.toString().contains("  by others.bin\n"), out::toString);
        try (ImageVolume volume = ImageVolume.open(image)) {
            assertEquals(7, volume.get("/modules/mine/Module.sealed").length);
            assertEquals(List.of("printer with a long name.jar", "Module.sealed"), volume.list("/modules/mine").stream().map(FileInformation::name).toList());
        }
        assertRuns("volume", "delete", "/by others.bin", "--image", image.toString());
        assertRuns("volume", "list", "/modules", "--image", image.toString());
        assertTrue(out.toString().endsWith("mtools find the volume at -i IMAGE@@1048576\n"), out::toString);
    }

    @Test
    void whatCannotBeInstalledChangesNothing() throws Exception {
        String small = file("small", 10).toString();
        String to = image.toString();
        assertRefused(1, "file " + folder.resolve("none.jar") + " does not exist: check the name", "install", small, folder.resolve("none.jar").toString(), "--image", to);
        assertRefused(1, "file " + folder + " is no ordinary file: name one", "install", folder.toString(), "--image", to);
        assertRefused(1, "jar " + file("cut.jar", 100) + " cannot be read, it may be truncated: build it again", "install", folder.resolve("cut.jar").toString(), "--image", to);
        assertRefused(2, "two files are named small, and a folder has one of a name: rename one of them", "install", small, small, "--image", to);
        String large = file("large", 17 << 20).toString();
        byte[] before = Files.readAllBytes(image);
        assertEquals(1, run("install", small, large, "--image", to));
        assertTrue(err.toString().startsWith("bulkhead: the files have 17825802 bytes, the system volume has room for "), err::toString);
        assertArrayEquals(before, Files.readAllBytes(image));
        assertRefused(1, "system volume of " + to + ": a name has one of /\\:*?\"<>| or a control character, or ends with a space or dot: /a:b/small", "install", small, "--to", "/a:b", "--image", to);
        assertRefused(1, "system volume of " + to + ": there is nothing at /none", "volume", "get", "/none", "--image", to);
        assertRefused(1, "there is nothing at /none on the system volume: bulkhead volume list tells what there is", "volume", "delete", "/none", "--image", to);
        assertRefused(1, "system volume of " + to + ": /modules is a folder", "volume", "put", small, "/modules", "--image", to);
        assertRefused(1, "system volume of " + to + ": /README.TXT is a file", "volume", "list", "/README.TXT", "--image", to);
        assertEquals(1, run("volume", "list", "--image", folder.resolve("no.img").toString()));
        assertEquals("bulkhead: image " + folder.resolve("no.img") + " cannot be opened: it does not exist\n", err.toString());
    }

    @Test
    void anImageWithoutVolumeIsNamed() throws Exception {
        disk().write(image);
        assertRefused(1, "image " + image + " has no system volume: build one that has with bulkhead image --volume MIB", "volume", "list", "--image", image.toString());
        assertEquals(2, run("image", "--volume", "3", "--set", "bare", "--output", folder.resolve("x.img").toString()));
        assertTrue(err.toString().contains("a system volume of 3 MiB is not possible: 16 to 2047 are, or 0 for none"), err::toString);
    }

    @Test
    void aDamagedVolumeIsNamed() throws Exception {
        byte[] damaged = Files.readAllBytes(image);
        damaged[(1 << 20) + 510] = 0;
        Files.write(image, damaged);
        assertRefused(1, "system volume of " + image + ": first sector of the volume: it does not end with 0x55 0xAA; build the image anew, or have fsck.fat repair a copy of the partition", "volume", "list", "--image",
            image.toString());
    }

    @Test
    void aRunsVolumeIsKept() throws Exception {
        Path worked = Files.copy(image, folder.resolve("worked.img"));
        try (ImageVolume volume = ImageVolume.open(worked)) {
            volume.put("/modules/kept", new byte[100]);
        }
        ImageVolume.copy(worked, image);
        assertArrayEquals(Files.readAllBytes(worked), Files.readAllBytes(image));
    }

    @Test
    void aBuilderMakesNoModulesForAnImageOfAnother() throws IOException {
        ByteArrayOutputStream library = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(library)) {
            zip.putNextEntry(new ZipEntry(Closure.class.getName().replace('.', '/') + ".class"));
            zip.write(new byte[100]);
        }
        disk().with(VolumeContents.of(MEGABYTES).with(org.bulkhead.isolate.protocol.Files.IMAGE_LIBRARY, library.toByteArray())).write(image);
        Path module = folder.resolve("printer.module");
        assertRefused(1, "the image's loader makes other modules than this builder: they differ in " + Closure.class.getName() + "; build the image anew, or take the builder that made it", "module", "build",
            jar().toString(), "--image", image.toString(), "--output", module.toString());
        assertTrue(Files.notExists(module));
    }

    private Path jar() throws IOException {
        Path jar = folder.resolve("printer.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("printer/Printer.class"));
            zip.write(new byte[10]);
        }
        return jar;
    }
}
