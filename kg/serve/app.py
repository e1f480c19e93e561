"""The addresses of the service, and what each of them asks a worker to do."""

import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal
from urllib.parse import quote, urlencode, urlsplit

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kg.serve.answer import HTML, TEXT, Answer, RefusedError, refused
from kg.serve.asking import draw_all, draw_result, show_error, show_graph, show_query
from kg.serve.backend import Backend
from kg.serve.description import describe_service
from kg.serve.graph import Job
from kg.serve.limits import Limits
from kg.serve.lists import show_articles, show_entities
from kg.serve.negotiation import preferred
from kg.serve.pages import LANGUAGES, POLICY, STATIC, Reader, static
from kg.serve.pool import Pool
from kg.serve.protocol import Operation, read_operation
from kg.serve.resources import show_named, show_resource
from kg.serve.sparql import GRAPHS, SOLUTIONS, Question, answer_query, answer_update

Handler = Callable[[Request], Awaitable[Response]]
Workers = Backend | Pool

ENDPOINT = "/sparql"
_DRAWING_POLICY = "frame-ancestors 'self'"
"""A drawn graph says itself what it may load, which is its own script alone."""
_GUARDED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_FRESH = {"Cache-Control": "no-cache", "Vary": "Accept, Accept-Language"}
_OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "Accept, Content-Type",
}


@dataclass(frozen=True, slots=True)
class Options:
    """What the service allows.

    Attributes:
        update: Whether the endpoint takes updates.
        service: Whether queries may call other endpoints with SERVICE.
        cors: Whether pages of other hosts may read the endpoint.
        limits: What one request may cost.
        start: How a worker comes to the graph: `fork`, as a copy of a process that holds it, or
            `spawn`, as a process that opens it by its path, which every system can do.
    """

    update: bool = False
    service: bool = False
    cors: bool = False
    limits: Limits = Limits()  # noqa: RUF009 (frozen)
    start: Literal["fork", "spawn"] = "fork" if hasattr(os, "fork") else "spawn"


def make_app(backend: Workers, options: Options, hosts: frozenset[str]) -> Starlette:
    """Make the web application.

    Args:
        backend: Where jobs are sent.
        options: What is allowed.
        hosts: Names that the service may be called by, empty for any. A page of another host whose
            name leads here (DNS rebinding) is refused by them.
    """
    service = _Service(backend, options, hosts)
    paths: dict[str, Handler] = {
        "/": service.query_page,
        "/graph": service.graph_page,
        "/view": service.drawn_graph,
        "/entities": service.entities,
        "/articles": service.articles,
        "/resource": service.resource,
        "/id/{path:path}": service.named,
    }
    routes = [Route(path, service.checked(handler)) for path, handler in paths.items()]
    endpoint = service.checked(service.endpoint)
    methods = ["GET", "POST", "OPTIONS"] if options.cors else ["GET", "POST"]
    routes += [
        Route(ENDPOINT, endpoint, methods=methods),
        Route("/static/{name}", service.checked(_static)),
    ]
    return Starlette(routes=routes)


@dataclass(frozen=True, slots=True)
class _Service:
    """The handlers of the addresses."""

    backend: Workers
    options: Options
    hosts: frozenset[str]

    def checked(self, handler: Handler) -> Handler:
        """A handler that refuses foreign hosts and tells refusals in one line."""

        async def handle(request: Request) -> Response:
            if self.hosts and _host(request) not in self.hosts:
                foreign = RefusedError(421, "this service is not called by that name")
                return _response(refused(foreign))
            try:
                return await handler(request)
            except RefusedError as error:
                return _response(refused(error))

        return handle

    async def query_page(self, request: Request) -> Response:
        fields, reader = request.query_params, _reader(request)
        question = self._question(fields.get("query", ""))
        parameters = {k[2:]: v for k, v in fields.items() if k.startswith("p.")}
        show = partial(
            show_query,
            question=question,
            name=fields.get("name", ""),
            parameters=parameters,
            reader=reader,
        )
        answer = await self.backend.ask(show)
        if answer.media_type == TEXT:
            answer = await self.backend.ask(partial(show, stopped=_line(answer)))
        return _response(answer)

    async def graph_page(self, request: Request) -> Response:
        return await self._page(request, partial(show_graph, reader=_reader(request)))

    async def drawn_graph(self, request: Request) -> Response:
        text, language = request.query_params.get("query", ""), _reader(request).language
        job: Job = partial(draw_all, language=language)
        if text:
            job = partial(draw_result, question=self._question(text), language=language)
        return await self._page(request, job)

    async def entities(self, request: Request) -> Response:
        part = request.query_params.get("part", "").strip()
        return await self._page(request, partial(show_entities, part=part, reader=_reader(request)))

    async def articles(self, request: Request) -> Response:
        return await self._page(request, partial(show_articles, reader=_reader(request)))

    async def resource(self, request: Request) -> Response:
        iri = request.query_params.get("iri", "")
        return await self._shown(request, partial(show_resource, iris=(iri,)))

    async def named(self, request: Request) -> Response:
        decoded: str = request.path_params["path"]
        raw = request.scope["raw_path"].decode("ascii", "replace").removeprefix("/id/")
        return await self._shown(request, partial(show_named, paths=(decoded, quote(decoded), raw)))

    async def endpoint(self, request: Request) -> Response:
        """The SPARQL endpoint: queries, updates and its own description."""
        response = await self._protocol(request)
        if self.options.cors:
            response.headers.update(_OPEN)
        return response

    async def _protocol(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204)
        try:
            return await self._operation(request)
        except RefusedError as error:
            return _response(refused(error))

    async def _operation(self, request: Request) -> Response:
        operation = read_operation(
            request.method,
            request.url.query,
            await _body(request, self.options.limits.body),
            content_type=request.headers.get("content-type", ""),
            accept=_accept(request),
        )
        if operation.kind == "update":
            return await self._update(request, operation)
        if request.method != "POST" and _wants_page(operation.accept):
            return _to_page(operation)
        if operation.kind == "description":
            return _response(await self.backend.ask(self._description(request, operation)))
        question = self._question(operation.text, operation.default_graphs, operation.named_graphs)
        most = self.options.limits.result
        job = partial(answer_query, question=question, accept=operation.accept, most=most)
        return _response(await self.backend.ask(job))

    async def _update(self, request: Request, operation: Operation) -> Response:
        if not self.options.update:
            raise RefusedError(403, "updates are not allowed: kg serve --update allows them")
        if _is_foreign(request):
            raise RefusedError(403, "updates from pages of other hosts are not allowed")
        job = partial(answer_update, question=self._question(operation.text))
        return _response(await self.backend.change(job))

    def _description(self, request: Request, operation: Operation) -> Job:
        return partial(
            describe_service,
            address=str(request.url.replace(query="", fragment="")),
            update=self.options.update,
            service=self.options.service,
            accept=operation.accept,
            most=self.options.limits.result,
        )

    def _question(
        self, text: str, default: tuple[str, ...] = (), named: tuple[str, ...] = ()
    ) -> Question:
        return Question(text, default, named, self.options.service)

    async def _shown(self, request: Request, job: Callable[..., Answer]) -> Response:
        fields = request.query_params
        accept = read_operation("GET", _only(fields.get("format")), b"", accept=_accept(request))
        show = partial(
            job,
            accept=accept.accept,
            reader=_reader(request),
            statement=fields.get("statement", ""),
            most=self.options.limits.result,
        )
        return await self._page(request, show)

    async def _page(self, request: Request, job: Job) -> Response:
        """The answer to a job; what went wrong as a page, if that is what the client takes."""
        answer = await self.backend.ask(job)
        if answer.media_type == TEXT and answer.status >= 400 and _wants_page(_accept(request)):
            error = partial(
                show_error, reader=_reader(request), status=answer.status, reason=_line(answer)
            )
            answer = await self.backend.ask(error)
        return _response(answer)


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in STATIC:
        raise RefusedError(404, "there is no such file")
    return Response(static(name), media_type=STATIC[name], headers=_GUARDED)


async def _body(request: Request, most: int) -> bytes:
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > most:
            raise RefusedError(413, f"the request is larger than {most // 1024} KiB")
    return bytes(data)


def _response(answer: Answer) -> Response:
    policy = POLICY if answer.media_type == HTML else "default-src 'none'"
    if answer.drawn:
        policy = _DRAWING_POLICY
    response = Response(
        answer.body, answer.status, media_type=None if answer.status == 204 else answer.media_type
    )
    response.headers.update(_GUARDED | _FRESH | {"Content-Security-Policy": policy})
    return response


def _line(answer: Answer) -> str:
    return answer.body.decode().strip()


def _only(format_: str | None) -> str:
    return urlencode({"format": format_}) if format_ else ""


def _accept(request: Request) -> str:
    return ", ".join(request.headers.getlist("accept"))


def _wants_page(accept: str) -> bool:
    """Whether a person at a browser asks."""
    offers = [*SOLUTIONS, *GRAPHS, HTML, "application/xhtml+xml"]
    try:
        return preferred(accept, offers) == HTML
    except RefusedError:
        return False


def _to_page(operation: Operation) -> Response:
    fields = {"query": operation.text} if operation.text else {}
    return RedirectResponse(f"/?{urlencode(fields)}" if fields else "/", status_code=303)


def _reader(request: Request) -> Reader:
    fields = tuple((k, v) for k, v in request.query_params.multi_items() if k != "lang")
    chosen = request.query_params.get("lang", "")
    if chosen in LANGUAGES:
        return Reader(chosen, chosen=True, here=request.url.path, fields=fields)
    language = _language(request.headers.get("accept-language", ""))
    return Reader(language, here=request.url.path, fields=fields)


def _language(accepted: str) -> str:
    """The first language of ours that a browser names; browsers name the best one first."""
    named = (part.strip().partition(";")[0].partition("-")[0] for part in accepted.split(","))
    return next((name.lower() for name in named if name.lower() in LANGUAGES), LANGUAGES[0])


def _host(request: Request) -> str:
    """The name that the client calls us by, without the port."""
    return (urlsplit(f"//{request.headers.get('host', '')}").hostname or "").lower()


def _is_foreign(request: Request) -> bool:
    """Whether a page of another host sends the request."""
    origin = request.headers.get("origin", "")
    return bool(origin) and urlsplit(origin).netloc != request.headers.get("host", "")
