package org.bulkhead.isolate.testkit;

import java.util.function.Consumer;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.Ports;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.SendsTo;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.Supervises;
import org.bulkhead.isolate.manifest.UsesInterrupt;
import org.bulkhead.isolate.manifest.UsesPorts;
import org.bulkhead.isolate.manifest.UsesService;

/** Makes a manifest of an isolate class's annotations by reflection. What does not make sense is the image builder's to find. */
final class Annotations {
    private static final int KILO = 1024;
    private static final int MILLIS = 1000;

    @Limits
    @Restarts
    private static final class Defaults {}

    private final Class<? extends Isolate> type;

    Annotations(Class<? extends Isolate> type) {
        this.type = type;
    }

    /** Returns the name that the isolate has. Throws IllegalArgumentException if the class has none of the three annotations. */
    String name() {
        String[] name = new String[1];
        kind(driver -> name[0] = driver.name(), server -> name[0] = server.name(), program -> name[0] = program.name());
        return name[0];
    }

    private void kind(Consumer<Driver> ifDriver, Consumer<Server> ifServer, Consumer<Program> ifProgram) {
        if (type.isAnnotationPresent(Driver.class)) {
            ifDriver.accept(type.getAnnotation(Driver.class));
        } else if (type.isAnnotationPresent(Server.class)) {
            ifServer.accept(type.getAnnotation(Server.class));
        } else if (type.isAnnotationPresent(Program.class)) {
            ifProgram.accept(type.getAnnotation(Program.class));
        } else {
            throw new IllegalArgumentException("isolate class " + type.getName() + " has none of @Driver, @Server and @Program: add the one that it is");
        }
    }

    /** Returns the manifest of the class as program number {@code program}. */
    Manifest read(int program) {
        Manifest.Builder builder = new Manifest.Builder(program, name(), type.getName());
        kind(driver -> describe(builder, driver.rank(), driver.start(), driver.serves()), server -> describe(builder, server.rank(), server.start(), server.serves()),
            each -> describe(builder, each.rank(), each.start(), each.serves()));
        if (type.isAnnotationPresent(Supervises.class)) {
            builder.supervises();
        }
        if (type.isAnnotationPresent(UsesService.class)) {
            for (String each : type.getAnnotation(UsesService.class).value()) {
                builder.usesService(each);
            }
        }
        if (type.isAnnotationPresent(SendsTo.class)) {
            for (String each : type.getAnnotation(SendsTo.class).value()) {
                builder.sendsTo(each);
            }
        }
        if (type.isAnnotationPresent(UsesInterrupt.class)) {
            for (int each : type.getAnnotation(UsesInterrupt.class).value()) {
                builder.interrupt(each);
            }
        }
        if (type.isAnnotationPresent(UsesPorts.class)) {
            for (Ports each : type.getAnnotation(UsesPorts.class).value()) {
                builder.ports(each.name(), each.first(), each.count());
            }
        }
        limits(builder);
        Restarts restarts = annotation(Restarts.class);
        return builder.restarts(restarts.value(), restarts.burst(), restarts.sustained()).build();
    }

    private static void describe(Manifest.Builder builder, Rank rank, StartMode start, Class<?> serves) {
        builder.rank(rank).start(start);
        if (serves != void.class) {
            builder.serves(serves.getSimpleName());
        }
    }

    private void limits(Manifest.Builder builder) {
        Limits limits = annotation(Limits.class);
        builder.heapBytes(bytes(limits.heap())).queueSlots(limits.queue()).cpuPercent(Integer.parseInt(limits.cpu().replace("%", "")))
            .requestMillis(millis(limits.request())).runMillis(millis(limits.run()));
    }

    private <A extends java.lang.annotation.Annotation> A annotation(Class<A> of) {
        return type.isAnnotationPresent(of) ? type.getAnnotation(of) : Defaults.class.getAnnotation(of);
    }

    private static int bytes(String size) {
        int factor = size.endsWith("K") ? KILO : size.endsWith("M") ? KILO * KILO : 1;
        return Integer.parseInt(size.replaceAll("[KM]$", "")) * factor;
    }

    private static int millis(String time) {
        return time.endsWith("ms") ? Integer.parseInt(time.replace("ms", "")) : Integer.parseInt(time.replace("s", "")) * MILLIS;
    }
}
