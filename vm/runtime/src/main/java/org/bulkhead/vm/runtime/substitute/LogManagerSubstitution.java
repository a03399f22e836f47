package org.bulkhead.vm.runtime.substitute;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import org.bulkhead.vm.runtime.data.JdkData;
import org.bulkhead.vm.runtime.data.LoggingProperties;

/** Loggers are configured by a class that a property names, or as the JDK's own file says, which is data of the program. */
@Substitutes("java.util.logging.LogManager")
final class LogManagerSubstitution {
    /** The handler that the file names: it is found by its name, so no call brings its constructor into the program. */
    private static final Supplier<Handler> NAMED = ConsoleHandler::new;

    private LogManagerSubstitution() {}

    @Replace(reason = "the JDK reads a file")
    public void readConfiguration() throws IOException {
        String configuring = System.getProperty("java.util.logging.config.class");
        String file = System.getProperty("java.util.logging.config.file");
        if (configuring != null) {
            try {
                Thread.currentThread().getContextClassLoader().loadClass(configuring).getDeclaredConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IOException("loggers are not configured by the class " + configuring, e);
            }
        } else if (file != null) {
            throw NoFiles.notFound(file);
        } else {
            readConfiguration(new ByteArrayInputStream(JdkData.bytes(LoggingProperties.parts())));
        }
    }

    @Alias
    public native void readConfiguration(InputStream in) throws IOException;
}
