package org.bulkhead.vm.runtime.substitute;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.runtime.memory.ArrayCopy;
import org.bulkhead.vm.runtime.memory.Objects;
import org.bulkhead.vm.runtime.platform.ConsoleInput;
import org.bulkhead.vm.runtime.platform.ConsoleStream;
import org.bulkhead.vm.runtime.platform.Platform;
import org.bulkhead.vm.runtime.platform.PlatformHolder;

/** The three phases in which another VM starts System have no counterpart: all is there when the image is built. */
@Substitutes(value = "java.lang.System", initializer = Substitutes.Initializer.REPLACE)
final class SystemSubstitution {
    private static final String NO_MANAGER = "images have no security manager";

    @Alias static InputStream in = new ConsoleInput();
    @Alias static PrintStream out = ConsoleStream.make(Platform.STANDARD_OUTPUT);
    @Alias static PrintStream err = ConsoleStream.make(Platform.STANDARD_ERROR);
    @Alias private static String lineSeparator = "\n";
    @Alias private static Properties props = initialProperties();

    static {
        setJavaLangAccess();
    }

    private SystemSubstitution() {}

    @Alias
    private static native void setJavaLangAccess();

    private static Properties initialProperties() {
        Properties made = new Properties();
        String[] pairs = {
            "java.version", "17", "java.version.date", "2021-09-14", "java.specification.version", "17", "java.specification.name", "Java Platform API Specification",
            "java.specification.vendor", "Oracle Corporation", "java.vendor", "Bulkhead", "java.vm.name", "Bulkhead", "java.vm.vendor", "Bulkhead", "java.vm.version", "0.1",
            "java.vm.specification.version", "17", "java.runtime.name", "Bulkhead", "java.runtime.version", "17", "java.class.version", "61.0", "java.class.path", "",
            "java.home", "/", "java.library.path", "", "sun.boot.library.path", "", "java.io.tmpdir", "/tmp", "os.name", "Bulkhead", "os.arch", "amd64", "os.version", "0.1",
            "file.separator", "/", "path.separator", ":", "line.separator", "\n", "user.name", "bulkhead", "user.home", "/", "user.dir", "/", "user.language", "en",
            "file.encoding", "UTF-8", "native.encoding", "UTF-8", "sun.jnu.encoding", "UTF-8", "sun.arch.data.model", "64", "sun.cpu.endian", "little",
        };
        for (int i = 0; i < pairs.length; i += 2) {
            made.put(pairs[i], pairs[i + 1]);
        }
        return made;
    }

    @Replace(reason = "nothing to register")
    private static void registerNatives() {}

    @Replace(reason = "the fields are not final in an image")
    private static void setIn0(InputStream stream) {
        in = stream;
    }

    @Replace(reason = "the fields are not final in an image")
    private static void setOut0(PrintStream stream) {
        out = stream;
    }

    @Replace(reason = "the fields are not final in an image")
    private static void setErr0(PrintStream stream) {
        err = stream;
    }

    @Replace(reason = NO_MANAGER)
    @SuppressWarnings("removal")
    public static SecurityManager getSecurityManager() {
        return null;
    }

    @Replace(reason = NO_MANAGER)
    @SuppressWarnings("removal")
    public static void setSecurityManager(SecurityManager manager) {
        throw new UnsupportedOperationException(NO_MANAGER);
    }

    @Replace(reason = NO_MANAGER)
    private static void checkIO() {}

    @Replace(reason = "the platform's clock")
    public static long currentTimeMillis() {
        return PlatformHolder.platform().currentTimeMillis();
    }

    @Replace(reason = "the platform's clock")
    public static long nanoTime() {
        return PlatformHolder.platform().nanoTime();
    }

    @Replace(reason = "the VM's copy")
    public static void arraycopy(Object source, int sourcePosition, Object destination, int destinationPosition, int length) {
        ArrayCopy.copy(source, sourcePosition, destination, destinationPosition, length);
    }

    @Replace(reason = "the VM's identity hash")
    public static int identityHashCode(Object object) {
        return object == null ? 0 : Objects.identityHash(Magic.addressOf(object));
    }

    @Replace(reason = "no environment in an isolate")
    public static String getenv(String name) {
        return null;
    }

    @Replace(reason = "no environment in an isolate")
    public static Map<String, String> getenv() {
        return Collections.emptyMap();
    }

    @Replace(reason = "no terminal in an isolate")
    public static Console console() {
        return null;
    }

    @Replace(reason = "there are no finalizers")
    public static void runFinalization() {}

    @Delete(reason = "images hold no machine code but the VM's")
    public static native void load(String file);

    @Delete(reason = "images hold no machine code but the VM's")
    public static native void loadLibrary(String name);

    @Delete(reason = "images hold no machine code but the VM's")
    public static native String mapLibraryName(String name);

    @Delete(reason = "system loggers need service loading: print, or use an own log")
    public static native System.Logger getLogger(String name);
}
