package org.bulkhead.servers.supervisor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.bulkhead.isolate.manifest.Manifest;

/** All components of the image, in the order of their programs; the first is the supervisor itself. */
final class Roster {
    private final List<Component> components = new ArrayList<>();
    /** The component of each program of the image, by the program's number. */
    private final Component[] byProgram;

    Roster(Manifest[] programs) {
        byProgram = new Component[programs.length];
        for (Manifest each : programs) {
            if (each.versionOf().isEmpty()) {
                byProgram[each.program()] = new Component(each);
                components.add(byProgram[each.program()]);
            }
        }
        for (Manifest each : programs) {
            if (!each.versionOf().isEmpty()) {
                Component component = named(each.versionOf());
                component.addVersion(each);
                byProgram[each.program()] = component;
            }
        }
    }

    int size() {
        return components.size();
    }

    /** Returns a component by its place, from 0 on. */
    Component get(int index) {
        return components.get(index);
    }

    /** Returns the place of a component. */
    int place(Component component) {
        return components.indexOf(component);
    }

    /** Returns the supervisor itself. */
    Component supervisor() {
        return components.get(0);
    }

    /** Returns the number of programs in the image, versions included. */
    int programs() {
        return byProgram.length;
    }

    /** Returns the component that a program is, or is a version of. */
    Component ofProgram(int program) {
        return byProgram[program];
    }

    /** Does something with each component. */
    void forEach(Consumer<Component> action) {
        components.forEach(action);
    }

    /** Returns the first component that fits, or null. */
    Component find(Predicate<Component> condition) {
        for (Component each : components) {
            if (condition.test(each)) {
                return each;
            }
        }
        return null;
    }

    /** Returns whether some component fits. */
    boolean any(Predicate<Component> condition) {
        return find(condition) != null;
    }

    /** Returns the component of that name, or null. */
    Component named(String name) {
        return find(each -> each.name().equals(name));
    }
}
