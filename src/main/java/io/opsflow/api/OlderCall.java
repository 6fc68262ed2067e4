package io.opsflow.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call as if it had come to another path, with parameters that the other path's call carries by itself. */
final class OlderCall extends HttpServletRequestWrapper {

    private final String path;
    private final Map<String, String[]> parameters;

    OlderCall(HttpServletRequest request, String path, Map<String, String> more) {
        super(request);
        this.path = path;
        this.parameters = new LinkedHashMap<>(request.getParameterMap());
        more.forEach(this::put);
    }

    void put(String name, String value) {
        parameters.put(name, new String[] {value});
    }

    @Override
    public String getRequestURI() {
        return path;
    }

    @Override
    public StringBuffer getRequestURL() {
        StringBuffer url = super.getRequestURL();
        return url.replace(url.length() - super.getRequestURI().length(), url.length(), path);
    }

    @Override
    public String getServletPath() {
        return super.getPathInfo() == null ? path.substring(getContextPath().length()) : super.getServletPath();
    }

    @Override
    public @Nullable String getPathInfo() {
        return super.getPathInfo() == null
                ? null
                : path.substring(getContextPath().length() + getServletPath().length());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }
}
