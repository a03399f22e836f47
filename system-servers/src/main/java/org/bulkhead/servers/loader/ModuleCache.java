package org.bulkhead.servers.loader;

import java.util.Arrays;
import java.util.HexFormat;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.protocol.FileException;
import org.bulkhead.isolate.protocol.Files;
import org.bulkhead.isolate.protocol.MissingFileException;
import org.bulkhead.isolate.store.FileStore;
import org.bulkhead.vm.linker.module.ModuleFormatProblem;
import org.bulkhead.vm.linker.module.SealedModule;

/** Sealed modules on the volume, by their keys. It only saves work: what cannot be kept or is damaged is made anew. */
final class ModuleCache {
    /** The folder. */
    static final String FOLDER = "/modules/cache";
    private static final int LIMIT = 64 << 20;

    private final Files files;
    private final FileStore store;
    private final byte[] identity;

    /** Keeps modules that are linked against the image of that identity. */
    ModuleCache(Files files, FileStore store, byte[] identity) {
        this.files = files;
        this.store = store;
        this.identity = identity.clone();
    }

    /** Returns the path of a module's file. */
    static String path(byte[] key) {
        return FOLDER + '/' + HexFormat.of().formatHex(key);
    }

    /** Returns the module with that key, or null if there is none that can be used. */
    SealedModule find(byte[] key) {
        String path = path(key);
        try {
            SealedModule found = SealedModule.read(store.readWhole(path, LIMIT));
            if (Arrays.equals(found.key(), key) && Arrays.equals(found.identity(), identity)) {
                return found;
            }
            Log.line("loader: " + path + " holds another module: it is made anew");
        } catch (MissingFileException e) {
            return null;
        } catch (FileException | ModuleFormatProblem e) {
            Log.line("loader: " + path + " cannot be used, it is made anew: " + e.getMessage());
        }
        return null;
    }

    /** Keeps a module, if there is room. */
    void keep(SealedModule module) {
        String path = path(module.key());
        try {
            files.createFolder(FOLDER);
            store.replace(path, module.toBytes());
        } catch (FileException e) {
            Log.line("loader: " + path + " is not kept: " + e.getMessage());
        }
    }
}
