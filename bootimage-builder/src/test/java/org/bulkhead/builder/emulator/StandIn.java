package org.bulkhead.builder.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bulkhead.builder.disk.DiskImage;

/** Makes the disk image whose kernel is standin.asm. */
public final class StandIn {
    private static final int SECTOR = DiskImage.SECTOR_SIZE;
    private static final int NUCLEUS_CODE = 1;
    private static final int NUCLEUS_DATA = 2;
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
        int dataOffset = (SECTOR + code.length + SECTOR - 1) / SECTOR * SECTOR;
        ByteBuffer kernel = ByteBuffer.allocate(dataOffset + data.length).order(ByteOrder.LITTLE_ENDIAN);
        kernel.put("BLKHDIMG".getBytes(StandardCharsets.US_ASCII)).putInt(2).putInt(kernel.capacity());
        kernel.putInt(CODE_ADDRESS).putInt(SECTOR).putInt(code.length).putInt(code.length).putInt(NUCLEUS_CODE).putInt(0);
        kernel.putInt(DATA_ADDRESS).putInt(dataOffset).putInt(data.length).putInt(memorySize).putInt(NUCLEUS_DATA).putInt(0);
        kernel.put(SECTOR, code).put(dataOffset, data);
        Path image = folder.resolve("standin.img");
        DiskImage.of(kernel.array()).write(image);
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
