package io.opsflow.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The deployed versions of all processes, each read once: a version never changes. */
@Component
class ProcessModels {

    // Asked for late: the engine is built with listeners that need this class.
    private final ObjectProvider<RepositoryService> repository;
    private final Map<String, ProcessModel> read = new ConcurrentHashMap<>();

    ProcessModels(ObjectProvider<RepositoryService> repository) {
        this.repository = repository;
    }

    /** The version with the engine's definition id. */
    ProcessModel of(String definitionId) {
        ProcessModel known = read.get(definitionId);
        if (known != null) {
            return known;
        }
        ProcessModel model = read(definitionId);
        read.put(definitionId, model);
        return model;
    }

    private ProcessModel read(String definitionId) {
        RepositoryService engine = repository.getObject();
        ProcessDefinition definition = engine.getProcessDefinition(definitionId);
        BpmnModelInstance model = engine.getBpmnModelInstance(definitionId);
        String xml = Bpmn.convertToString(model);
        DiagramTexts texts = DiagramTexts.of(xml);
        Map<String, ProcessModel.Step> steps = new HashMap<>();
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            steps.put(node.getId(), step(node, texts));
        }
        Map<String, FormSchema> forms = forms(engine, definition.getDeploymentId());
        String key = definition.getKey();
        return new ProcessModel(
                key,
                definition.getVersion(),
                text(locale -> texts.name(key, locale)),
                text(locale -> texts.documentation(key, locale)),
                steps,
                forms,
                ModelVariables.read(xml, forms.values()),
                text(texts::localized));
    }

    private static ProcessModel.Step step(FlowNode node, DiagramTexts texts) {
        Map<String, String> properties = properties(node);
        return new ProcessModel.Step(
                node.getId(),
                text(locale -> texts.name(node.getId(), locale)),
                properties.get("status"),
                properties.get("action"),
                node instanceof UserTask task ? task.getCamundaFormRef() : null);
    }

    private static ProcessModel.Name text(Function<Locale, String> in) {
        return new ProcessModel.Name(in.apply(Locale.ENGLISH), in.apply(Locale.SIMPLIFIED_CHINESE));
    }

    private static Map<String, String> properties(BaseElement element) {
        Map<String, String> found = new HashMap<>();
        if (element.getExtensionElements() != null) {
            element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                    .flatMap(properties -> properties.getCamundaProperties().stream())
                    .filter(property -> property.getCamundaName() != null && property.getCamundaValue() != null)
                    .forEach(property -> found.put(property.getCamundaName(), property.getCamundaValue()));
        }
        return found;
    }

    private static Map<String, FormSchema> forms(RepositoryService engine, String deploymentId) {
        Map<String, FormSchema> forms = new HashMap<>();
        for (String resource : engine.getDeploymentResourceNames(deploymentId)) {
            if (resource.endsWith(".form")) {
                try (InputStream content = engine.getResourceAsStream(deploymentId, resource)) {
                    FormSchema form = FormSchema.parse(new String(content.readAllBytes(), StandardCharsets.UTF_8));
                    forms.put(form.id(), form);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return forms;
    }
}
