package org.bulkhead.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads annotations of the isolate API, whose classes this module cannot see. */
final class Annotations {
    private final Elements elements;

    Annotations(Elements elements) {
        this.elements = elements;
    }

    /** Returns the annotation with that qualified name, or null. */
    AnnotationMirror find(Element on, String annotation) {
        for (AnnotationMirror each : on.getAnnotationMirrors()) {
            if (((TypeElement) each.getAnnotationType().asElement()).getQualifiedName().contentEquals(annotation)) {
                return each;
            }
        }
        return null;
    }

    boolean has(Element on, String annotation) {
        return find(on, annotation) != null;
    }

    /** Returns the value of an element of an annotation, or its default. */
    Object value(AnnotationMirror annotation, String element) {
        for (var each : elements.getElementValuesWithDefaults(annotation).entrySet()) {
            if (each.getKey().getSimpleName().contentEquals(element)) {
                AnnotationValue value = each.getValue();
                return value.getValue();
            }
        }
        throw new IllegalArgumentException(annotation + " has no " + element);
    }
}
