package io.opsflow.workflow;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;

/** The words that Java, the people and the deployed decisions have at this moment. */
@Component
class LiveVocabulary {

    // All asked for late: the engine is built with the guard, which knows this class.
    private final ObjectProvider<RepositoryService> repository;
    private final ObjectProvider<ProcessSubject> subjects;
    private final ObjectProvider<People> people;
    private final DeployedFiles files;
    private volatile @Nullable Vocabulary ofJava;

    LiveVocabulary(
            ObjectProvider<RepositoryService> repository,
            ObjectProvider<ProcessSubject> subjects,
            ObjectProvider<People> people,
            DeployedFiles files) {
        this.repository = repository;
        this.subjects = subjects;
        this.people = people;
        this.files = files;
    }

    Vocabulary now() {
        Vocabulary java = ofJava;
        if (java == null) {
            java = Vocabulary.in(Vocabulary.PRODUCT, subjects.stream().toList());
            ofJava = java;
        }
        People here = people.getObject();
        return java.with(here.roleCodes(), here.groupCodes(), decisions(java));
    }

    private Map<String, Vocabulary.Decision> decisions(Vocabulary java) {
        List<DecisionDefinition> latest = repository
                .getObject()
                .createDecisionDefinitionQuery()
                .latestVersion()
                .list();
        Map<String, Vocabulary.Decision> decisions = new TreeMap<>();
        for (DecisionDefinition decision : latest) {
            decisions.put(decision.getKey(), new Vocabulary.Decision(inputs(decision), new TreeMap<>()));
        }
        if (!decisions.isEmpty()) {
            for (ProcessDefinition process : repository
                    .getObject()
                    .createProcessDefinitionQuery()
                    .latestVersion()
                    .list()) {
                callers(process, java, decisions);
            }
        }
        return decisions;
    }

    private Set<String> inputs(DecisionDefinition decision) {
        try {
            byte[] table = files.of(decision.getDeploymentId()).get(decision.getResourceName());
            return table == null ? Set.of() : DecisionCheck.inputs(DiagramXml.read(table));
        } catch (SAXException broken) {
            return Set.of(); // deployed before anybody looked
        }
    }

    private void callers(ProcessDefinition process, Vocabulary java, Map<String, Vocabulary.Decision> decisions) {
        Map<String, byte[]> unit = files.of(process.getDeploymentId());
        byte[] content = unit.get(process.getResourceName());
        if (content == null) {
            return;
        }
        Map<String, FormSchema> forms = new HashMap<>();
        unit.forEach((file, form) -> {
            if (file.endsWith(".form")) {
                new FormReader(file)
                        .read(new String(form, StandardCharsets.UTF_8))
                        .ifPresent(schema -> forms.put(file, schema));
            }
        });
        try {
            Diagram diagram = new Diagram(
                    process.getResourceName(),
                    DiagramXml.read(content),
                    Bpmn.readModelFromStream(new ByteArrayInputStream(content)),
                    forms,
                    java);
            for (String asked : diagram.decisions()) {
                Vocabulary.Decision decision = decisions.get(asked);
                if (decision != null) {
                    decision.callers().put(process.getKey(), diagram.variables());
                }
            }
        } catch (SAXException | ModelException broken) {
            return; // deployed before anybody looked
        }
    }
}
