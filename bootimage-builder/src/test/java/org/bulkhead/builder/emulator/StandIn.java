package org.bulkhead.builder.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bulkhead.builder.disk.DiskImage;
import org.bulkhead.builder.disk.KernelImage;
import org.bulkhead.builder.disk.KernelImage.Kind;
import org.bulkhead.builder.disk.KernelImage.Section;

/** Makes the disk image whose kernel is standin.asm. */
public final class StandIn {
    private static final int CODE_ADDRESS = 0x10_0000;
    private static final int DATA_ADDRESS = 0x20_0000;
    private static final int DATA_FILE_SIZE = 1_000_003;
    private static final int DATA_MEMORY_SIZE = 3_000_001;

    private StandIn() {}

    /** Writes the image into a folder and returns its file. */
    public static Path image(Path folder) throws IOException, InterruptedException {
        return image(folder, DATA_MEMORY_SIZE);
    }

    /** As {@link #image(Path)}, with a second section that claims a given size of memory. */
    static Path image(Path folder, int memorySize) throws IOException, InterruptedException {
        byte[] code = assemble(folder);
        byte[] data = new byte[DATA_FILE_SIZE];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (i * 7 + (i >> 8));
        }
        byte[] kernel = KernelImage.of(List.of(
                new Section(Kind.NUCLEUS_CODE, CODE_ADDRESS, code, code.length),
                new Section(Kind.NUCLEUS_DATA, DATA_ADDRESS, data, memorySize)));
        Path image = folder.resolve("standin.img");
        DiskImage.of(kernel).write(image);
        return image;
    }

    private static byte[] assemble(Path folder) throws IOException, InterruptedException {
        Path source = folder.resolve("standin.asm");
        Path result = folder.resolve("standin.bin");
        try (InputStream in = StandIn.class.getResourceAsStream("/standin/standin.asm")) {
            Files.write(source, in.readAllBytes());
        }
        Process nasm = new ProcessBuilder("nasm", "-f", "bin", "-o", result.toString(), source.toString()).inheritIO().start();
        if (nasm.waitFor() != 0) {
            throw new IOException("nasm failed");
        }
        return Files.readAllBytes(result);
    }
}
