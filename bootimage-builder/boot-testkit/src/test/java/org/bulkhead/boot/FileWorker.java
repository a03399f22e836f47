package org.bulkhead.boot;

import java.util.Arrays;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.FileException;
import org.bulkhead.isolate.protocol.Files;
import org.bulkhead.isolate.store.FileStore;

/** Replaces two files again and again, as many times as its argument says, reads them back, and logs each time; a request that fails, or a wrong byte, ends it. */
@Program(name = "file-worker")
@UsesService(Files.SERVICE)
@Limits(heap = "2M")
@Restarts(RestartPolicy.TEMPORARY)
public final class FileWorker implements Isolate {
    static final String FIRST = "/modules/The first of two files.bin";
    static final String SECOND = "/second.bin";

    private final FileStore files;
    private final int rounds;

    public FileWorker(Grants grants) {
        files = new FileStore(grants);
        rounds = (int) grants.argument();
    }

    /** Returns what the files have after a round. */
    static byte[] contents(int round) {
        byte[] bytes = new byte[20_000 + 5_000 * (round % 4)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * round + i / 251);
        }
        return bytes;
    }

    @Override
    public void run() {
        try {
            for (int round = 1; round <= rounds; round++) {
                byte[] bytes = contents(round);
                files.replace(FIRST, bytes);
                files.copy(FIRST, SECOND);
                check(FIRST, bytes);
                check(SECOND, bytes);
                Log.line("file-worker: round " + round);
            }
        } catch (FileException e) {
            throw new IllegalStateException(e);
        }
    }

    private void check(String path, byte[] expected) throws FileException {
        if (!Arrays.equals(expected, files.readWhole(path, expected.length))) {
            throw new IllegalStateException(path + " is not what was written");
        }
    }
}
