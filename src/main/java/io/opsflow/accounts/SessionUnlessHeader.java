package io.opsflow.accounts;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/**
 * Who calls is shown in one way. Where a call carries an Authorization header, whatever stands in it, the session of the
 * browser is not looked at: otherwise a made-up header would spare a forged call the session's token.
 */
final class SessionUnlessHeader extends HttpSessionSecurityContextRepository {

    private final RequestAttributeSecurityContextRepository nobody = new RequestAttributeSecurityContextRepository();

    SessionUnlessHeader() {
        setAllowSessionCreation(false);
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return hasHeader(request) ? nobody.loadDeferredContext(request) : super.loadDeferredContext(request);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return !hasHeader(request) && super.containsContext(request);
    }

    static boolean hasHeader(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }
}
