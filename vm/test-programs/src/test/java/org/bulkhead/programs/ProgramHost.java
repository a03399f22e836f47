package org.bulkhead.programs;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The main class of a JVM that runs many programs one after the other, each in a class loader of its own.
 *
 * <p>Its arguments are the class names; for each it prints a line with the name, {@code returned} or the
 * class of the exception that left {@code main}, and the output in hexadecimal.
 */
final class ProgramHost {
    private ProgramHost() {
    }

    public static void main(String[] args) throws ReflectiveOperationException {
        PrintStream results = System.out;
        URL[] path = {Catalogue.class.getProtectionDomain().getCodeSource().getLocation()};
        for (String name : args) {
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            System.setOut(new PrintStream(output, false, StandardCharsets.US_ASCII));
            String ending = run(new URLClassLoader(path, ClassLoader.getPlatformClassLoader()), name);
            System.out.flush();
            results.println(String.join(" ", Arrays.asList(name, ending, HexFormat.of().formatHex(output.toByteArray()) + ".")));
        }
        results.flush();
    }

    private static String run(ClassLoader loader, String name) throws ReflectiveOperationException {
        try {
            loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            return "returned";
        } catch (InvocationTargetException e) {
            return e.getCause().getClass().getName();
        }
    }
}
