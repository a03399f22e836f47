package org.bulkhead.servers.loader;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.protocol.FileException;
import org.bulkhead.isolate.protocol.FileInformation;
import org.bulkhead.isolate.protocol.Files;
import org.bulkhead.isolate.protocol.MissingFileException;
import org.bulkhead.isolate.protocol.VolumeInformation;
import org.bulkhead.isolate.store.FileStore;
import org.bulkhead.vm.linker.module.ModuleFormatProblem;
import org.bulkhead.vm.linker.module.SealedModule;
import org.bulkhead.vm.linker.module.SealedModuleInput;

/** Sealed modules on the volume, by their keys. It only saves work: what cannot be kept or is damaged is made anew. */
final class ModuleCache {
    private static final int BUFFER = 32 << 10;

    private final Files files;
    private final FileStore store;
    private final byte[] identity;

    /** Keeps modules that are linked against the image of that identity, in a store whose unfinished files lie in the cache too: there, nobody else changes them. */
    ModuleCache(Files files, FileStore store, byte[] identity) {
        this.files = files;
        this.store = store;
        this.identity = identity.clone();
    }

    /** Returns the path of a module's file. */
    static String path(byte[] key) {
        return Files.MODULE_CACHE + '/' + HexFormat.of().formatHex(key);
    }

    /** Returns the beginning of the module with that key, or null if there is none that can be used. */
    SealedModuleInput find(byte[] key) {
        String path = path(key);
        try {
            SealedModuleInput found = new SealedModuleInput(input(store, path));
            if (Arrays.equals(found.key(), key) && Arrays.equals(found.identity(), identity)) {
                return found;
            }
            Log.line("loader: " + path + " holds another module: it is made anew");
        } catch (MissingFileException e) {
            return null;
        } catch (FileException | IOException | ModuleFormatProblem e) {
            tellDamage(key, e);
        }
        return null;
    }

    /** Logs that the module with that key cannot be used after all. */
    void tellDamage(byte[] key, Exception problem) {
        Log.line("loader: " + path(key) + " cannot be used, it is made anew: " + problem.getMessage());
    }

    /** Returns a file from its beginning on. */
    static InputStream input(FileStore files, String path) throws FileException {
        return new BufferedInputStream(new FileInput(new FileContent(files, path)), BUFFER);
    }

    /** Keeps a module, if there is room or older ones can make it. */
    void keep(SealedModule module) {
        String path = path(module.key());
        List<byte[]> pieces = module.pieces();
        try {
            files.createFolder(Files.MODULE_CACHE);
            makeRoom(path, pieces.stream().mapToLong(each -> each.length).sum());
            store.replace(path, pieces);
        } catch (FileException e) {
            Log.line("loader: " + path + " is not kept: " + e.getMessage());
        }
    }

    /** Deletes the oldest modules until there is room for a file, unless all of them together would not make enough. */
    private void makeRoom(String path, long bytes) throws FileException {
        List<FileInformation> others = store.list(Files.MODULE_CACHE).stream().filter(each -> !path.endsWith(each.name()))
            .sorted(Comparator.comparingLong(FileInformation::modified).thenComparing(FileInformation::name)).toList();
        VolumeInformation volume = store.volume();
        long wanted = room(bytes, volume);
        if (volume.free() + others.stream().mapToLong(each -> room(each.size(), volume)).sum() < wanted) {
            return;
        }
        for (FileInformation each : others) {
            if (store.volume().free() >= wanted) {
                return;
            }
            store.delete(Files.MODULE_CACHE + '/' + each.name());
            Log.line("loader: " + Files.MODULE_CACHE + '/' + each.name() + " makes room for another module");
        }
    }

    private static long room(long bytes, VolumeInformation volume) {
        return (bytes + volume.unit() - 1) / volume.unit() * volume.unit();
    }
}
