package org.bulkhead.processor.manifest;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.bulkhead.isolate.manifest.rules.Place;

/**
 * A place as the compiler knows it.
 *
 * @param element the class
 * @param annotation its annotation, or null for the class itself
 * @param value the value in the annotation, or null for the annotation itself
 * @param text file and line
 */
record SourcePlace(Element element, AnnotationMirror annotation, AnnotationValue value, String text) implements Place {
    @Override
    public String toString() {
        return text;
    }
}
