package org.bulkhead.processor;

import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Reports what is wrong with a protocol as compile errors, each at the element that is to be changed. */
final class Problems {
    private final Messager messager;
    private int count;

    Problems(Messager messager) {
        this.messager = messager;
    }

    void report(Element where, String what) {
        count++;
        messager.printMessage(Diagnostic.Kind.ERROR, what, where);
    }

    void note(Element where, String what) {
        messager.printMessage(Diagnostic.Kind.NOTE, what, where);
    }

    /** Returns how many problems there have been so far. */
    int count() {
        return count;
    }
}
