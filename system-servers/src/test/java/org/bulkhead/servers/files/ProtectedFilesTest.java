package org.bulkhead.servers.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.protocol.FileException;
import org.bulkhead.isolate.protocol.FileInformation;
import org.bulkhead.isolate.protocol.FileRefusedException;
import org.bulkhead.isolate.protocol.Files;
import org.bulkhead.isolate.store.FileStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the loader believes is changed by nobody but the loader, by whatever name and request. */
class ProtectedFilesTest {
    private static final int LOADER = 0;
    private static final int CONSOLE = 1;
    private static final int INSTALLED = 9;

    private final Files volume = new VolumeDisk().files(() -> 0);
    private final FileStore host = new FileStore(volume, memory());
    private int caller = CONSOLE;
    private final Files files = new ProtectedFiles(volume, new Manifest[] {new Manifest.Builder(LOADER, "loader", "L").loadsModules().build(), new Manifest.Builder(CONSOLE, "console", "C").build()}, () -> caller);
    private final FileStore store = new FileStore(files, memory());

    private static ByteBuffer memory() {
        return ByteBuffer.allocate(32 * 1024);
    }

    @BeforeEach
    void fill() throws FileException {
        for (String each : new String[] {"/system", "/modules", "/modules/cache", "/modules/cache/Folder"}) {
            host.createFolder(each);
        }
        for (String each : new String[] {"/system/image.model", "/modules/cache/0123", "/modules/printer.module", "/own"}) {
            host.replace(each, each.getBytes());
        }
    }

    private void assertRefused(String why, Executable request) {
        assertTrue(assertThrows(FileRefusedException.class, request).getMessage().startsWith(why));
    }

    private void assertNothingChanges(String why, String path) {
        assertRefused(why, () -> files.create(path));
        assertRefused(why, () -> files.createFolder(path));
        assertRefused(why, () -> files.write(path, 0, ByteBuffer.allocate(1)));
        assertRefused(why, () -> files.truncate(path, 0));
        assertRefused(why, () -> store.rename("/own", path));
        assertRefused(why, () -> store.copy("/own", path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/system", "/system/image.model", "/SYSTEM/IMAGE.MODEL", "/System/new", "/\u017Fystem/image.model"})
    void whatTheSystemWasMadeOf(String path) {
        for (int each : new int[] {LOADER, CONSOLE, INSTALLED}) {
            caller = each;
            assertNothingChanges("only the host changes /system", path);
            assertRefused("only the host changes /system", () -> files.delete(path));
            assertRefused("only the host changes /system", () -> store.rename(path, "/x"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/modules/cache", "/modules/cache/0123", "/Modules/CACHE/new", "/modules/cache/folder"})
    void whatTheLoaderHasMade(String path) {
        for (int each : new int[] {CONSOLE, INSTALLED, Manifest.PROGRAM_LIMIT}) {
            caller = each;
            assertNothingChanges("only the loader changes /modules/cache", path);
            assertRefused("only the loader changes /modules/cache", () -> files.delete(path));
            assertRefused("only the loader changes /modules/cache", () -> store.rename(path, "/x"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/modules/printer.module", "/modules/PRINTER.Module", "/modules/PRINTE~1.MOD", "/new.module", "/.module", "/n.MODULE"})
    void whatTheHostHasSealed(String path) throws FileException {
        for (int each : new int[] {LOADER, CONSOLE, INSTALLED}) {
            caller = each;
            assertNothingChanges("only the host makes files *.module", path);
        }
        assertArrayEquals("/modules/printer.module".getBytes(), host.readWhole("/modules/printer.module", 100));
        files.delete(path);
    }

    @Test
    void allElseIsEverybodysAndTheCacheTheLoaders() throws FileException {
        store.replace("/modules/printer.jar", new byte[10]);
        store.rename("/modules/printer.module", "/modules/printer.old");
        store.replace("/modulesx", new byte[1]);
        files.createFolder("/systems");
        files.delete("/own");
        assertEquals(10, store.readWhole("/modules/printer.jar", 10).length);
        caller = LOADER;
        FileStore cache = new FileStore(files, memory());
        cache.replace("/modules/cache/4567", new byte[3]);
        cache.delete("/modules/cache/0123");
        assertEquals(List.of("4567", "Folder"), store.list("/modules/cache").stream().map(FileInformation::name).sorted().toList());
        assertEquals("/system/image.model", new String(store.readWhole("/system/image.model", 100)));
    }
}
