package org.bulkhead.processor.manifest;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;

/** Finds the lines of what annotations say. Only javac tells them; with another compiler all are 0. */
final class SourceLines {
    private static final int UNKNOWN = 0;

    private final Optional<Trees> trees;

    private SourceLines(Optional<Trees> trees) {
        this.trees = trees;
    }

    static SourceLines of(ProcessingEnvironment environment) {
        return new SourceLines(trees(environment));
    }

    /** Returns javac's trees; empty if the compiler is not javac, or hides behind something else. */
    static Optional<Trees> trees(ProcessingEnvironment environment) {
        try {
            return Optional.of(Trees.instance(environment));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns the name of the file that a class stands in. */
    String file(TypeElement type) {
        return trees.map(each -> each.getPath(type)).map(path -> Path.of(path.getCompilationUnit().getSourceFile().getName()).getFileName().toString())
            .orElse(type.getQualifiedName().toString());
    }

    /** Returns the line of a class's name. */
    int line(TypeElement type) {
        TreePath path = trees.map(each -> each.getPath(type)).orElse(null);
        if (path == null) {
            return UNKNOWN;
        }
        CompilationUnitTree unit = path.getCompilationUnit();
        int start = (int) trees.orElseThrow().getSourcePositions().getStartPosition(unit, path.getLeaf());
        try {
            // The class begins with its annotations.
            Matcher name = Pattern.compile("\\b(?:class|interface|enum|record)\\s+" + type.getSimpleName() + "\\b").matcher(unit.getSourceFile().getCharContent(true));
            return (int) unit.getLineMap().getLineNumber(name.find(start) ? name.start() : start);
        } catch (IOException e) {
            return (int) unit.getLineMap().getLineNumber(start);
        }
    }

    /** Returns the line of an annotation of a class, or of a value in it. */
    int line(TypeElement type, AnnotationMirror annotation, AnnotationValue value) {
        TreePath path = trees.map(each -> each.getPath(type, annotation, value)).orElse(null);
        if (path == null) {
            return UNKNOWN;
        }
        CompilationUnitTree unit = path.getCompilationUnit();
        return (int) unit.getLineMap().getLineNumber(trees.orElseThrow().getSourcePositions().getStartPosition(unit, path.getLeaf()));
    }
}
