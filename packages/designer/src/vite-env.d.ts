// What Vite gives to imports that TypeScript does not know by itself.
declare module '*?worker' {
  const WorkerFactory: new () => Worker;
  export default WorkerFactory;
}
declare module '*.css';
